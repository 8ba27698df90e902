'use mixmod';
// With the same class, message, stack and cause as what a synchronous function throws.
import { i32, offthread } from 'mixmod';
class Refused extends Error {
  constructor(what: string, cause: Error) {
    super(`refused: ${what}`, { cause });
    this.name = 'Refused';
  }
}
function checked(x: number): number {
  if (x < 0) throw new RangeError(`€ ${x}`);
  return x;
}
function outer(x: number): number {
  try {
    return checked(x);
  } catch (error) {
    if (x === -2 && error instanceof Error) throw new Refused('ü', error);
    throw error;
  }
}
function item(items: number[], i: i32): number {
  return items[i];
}
function endless(n: number): number {
  return n < 0 ? 0 : 1 + endless(n + 1);
}
export const fails = offthread(outer);
export { outer as failsNow, item as atNow };
export const at = offthread(item);
export const deep = offthread(endless);
export const parsed = offthread((text: string): number => {
  try {
    return JSON.parse<number>(text);
  } catch (error) {
    return error instanceof SyntaxError ? -1 : -2;
  }
});
export const huge = offthread((n: number): number => new Uint8Array(n).length);
// fails(1) → 1
// fails(-1) → RangeError: € -1
// fails(-2) → Refused: refused: ü
// fails(-2).catch((error) => [error instanceof Error, error.name, String(error.cause)]) → [ true, 'Refused', 'RangeError: € -2' ]
// same = (now, later) => { try { now(); } catch (error) { return later().catch((other) => [other.constructor === error.constructor, String(other) === String(error), other.stack.split('\n')[1] === error.stack.split('\n')[1], Object.keys(other).join() === Object.keys(error).join()]); } } → [Function: same]
// same(() => failsNow(-1), () => fails(-1)) → [ true, true, true, true ]
// same(() => failsNow(-2), () => fails(-2)) → [ true, true, true, true ]
// same(() => atNow([1], 3), () => at([1], 3)) → [ true, true, true, true ]
// at([1, 2], 1) → 2
// at([1, 2], 2) → RangeError: index 2 is out of range for length 2
// deep(0).catch((error) => error instanceof RangeError) → true
// parsed('12') → 12
// parsed('x') → -1
// huge(2 ** 40).catch((error) => error instanceof RangeError) → true
// huge(2 ** 21) → 2097152
// Promise.allSettled(Array.from({ length: 100 }, (_, i) => fails(-1))).then((all) => all.every(({ reason }) => reason instanceof RangeError)) → true
