// Frames that nobody uses, for the next call: making one takes longer than most statements.
import { Frame } from './app_frame.ts';

const free: Frame[] = [];
/** As many are kept: calls within calls, and loops over rows, have one each. */
const MOST = 8;

export const takeFrame = (): Frame => free.pop() ?? new Frame();

/** Large ones are left to the garbage collector. */
export function giveFrame(frame: Frame): void {
  if (free.length < MOST && !frame.isLarge) free.push(frame);
}
