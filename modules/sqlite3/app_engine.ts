// How statements run: in V8's optimized code where SQL calls no JavaScript, else by functions that can be left for it.
import * as calls from './interp_calls.ts';
import * as quiet from './interp_sqlite3.ts';
import { ProgrammingError } from './app_errors.ts';
import type { Frame } from './app_frame.ts';
import type { Prepared } from './app_prepared.ts';

/** sqlite3's codes; the last one is of interp_cells.ts. */
export const [OK, ERROR, HAS_ROW, DONE, NO_ROOM] = [0, 1, 100, 101, -1] as const;

/** To its end. Gives DONE, or an error's code. */
export function execute(prepared: Prepared, frame: Frame): number {
  const { address, parameters } = prepared;
  const { kinds, numbers, bytes, state } = frame;
  if (!prepared.database.hasCalls)
    return quiet.run(address, kinds, numbers, bytes, state, parameters.length);
  return inside(prepared, () =>
    calls.run(address, kinds, numbers, bytes, state, parameters.length),
  );
}

/** With `count` parameters; to the end of `most` rows. */
export function fetch(
  prepared: Prepared,
  frame: Frame,
  count: number,
  most: number,
  isHeld: boolean,
): number {
  const { address } = prepared;
  const { kinds, numbers, bytes, state } = frame;
  if (!prepared.database.hasCalls)
    return quiet.fetch(address, kinds, numbers, bytes, state, count, most, isHeld);
  return inside(prepared, () =>
    calls.fetch(address, kinds, numbers, bytes, state, count, most, isHeld),
  );
}

export function reset(prepared: Prepared): void {
  const { address } = prepared;
  if (!prepared.database.hasCalls) quiet.reset(address);
  else
    inside(prepared, () => {
      calls.reset(address);
      return DONE;
    });
}

/** What it calls can do everything but run, end or close what is running. */
function inside(prepared: Prepared, action: () => number): number {
  const { database, address } = prepared;
  if (prepared.isInside)
    throw new ProgrammingError('the statement runs, and calls what uses its rows or ends it');
  prepared.isInside = true;
  let code: number = ERROR;
  try {
    code = database.inside(action);
  } finally {
    prepared.isInside = false;
    // sqlite3 does not know that something has been thrown.
    if (database.callees.thrown !== null || code === ERROR) {
      if (code === HAS_ROW || code === NO_ROOM || code === DONE) code = ERROR;
      calls.reset(address);
    }
  }
  return code;
}
