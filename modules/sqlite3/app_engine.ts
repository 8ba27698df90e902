// How statements run: in V8's optimized code where SQL calls no JavaScript, else by functions that can be left for it.
import * as quiet from './interp_sqlite3.ts';
import type { Frame } from './app_frame.ts';
import type { Prepared } from './app_prepared.ts';

/** sqlite3's codes. */
export const [OK, HAS_ROW, DONE] = [0, 100, 101] as const;

/** To its end. Gives DONE, or an error's code. */
export function execute({ address, parameters }: Prepared, frame: Frame): number {
  const { kinds, numbers, bytes, state } = frame;
  return quiet.run(address, kinds, numbers, bytes, state, parameters.length);
}

/** To the end of `most` rows. */
export function start({ address, parameters }: Prepared, frame: Frame, most: number): number {
  const { kinds, numbers, bytes, state } = frame;
  return quiet.start(address, kinds, numbers, bytes, state, parameters.length, most);
}

export function more({ address }: Prepared, frame: Frame, most: number, isHeld: boolean): number {
  const { kinds, numbers, bytes, state } = frame;
  return quiet.more(address, kinds, numbers, bytes, state, most, isHeld);
}

export function reset({ address }: Prepared): void {
  quiet.reset(address);
}
