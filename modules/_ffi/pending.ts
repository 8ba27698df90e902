// What a callback throws cannot go through C's frames: it is kept, and thrown when the C function has returned.
import { DEPTH, I32, OUTGOING, PENDING } from './frame.ts';

/** Besides 0 and 1: FREED, FAILED and CLOSED of interp_words.ts. */
const KEPT = 1;
const MESSAGES = new Map([
  [2, 'C called a callback that has been freed'],
  [3, 'C called a callback where JavaScript cannot run'],
  [4, 'the library of this function is closed'],
]);

let kept: unknown;

export function keepError(error: unknown): void {
  if (I32[DEPTH] === 0) throwOnLoop(error);
  else {
    kept = error;
    I32[PENDING] = KEPT;
  }
  I32.fill(0, 2 * OUTGOING, 2 * OUTGOING + 4);
}

/** The event loop has run the callback, for another thread: no call of C is there to throw it. */
function throwOnLoop(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

/** Throws what is pending. */
export function throwPending(name: string): never {
  const reason = I32[PENDING] ?? 0;
  const error = kept;
  I32[PENDING] = 0;
  kept = undefined;
  if (reason === KEPT) throw error;
  throw new Error(`${name}(): ${MESSAGES.get(reason) ?? 'failed'}`);
}
