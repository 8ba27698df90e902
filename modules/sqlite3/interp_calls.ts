'use mixmod';
// As interp_sqlite3.ts, for connections whose SQL calls functions of JavaScript, and what tells sqlite3 of these.
import { rffi, type i32, type isize, type usize } from 'mixmod';
import {
  authorize,
  collate,
  final,
  inverse,
  progress,
  scalar,
  step,
  trace,
  value,
} from './interp_dispatch.ts';
import {
  AUTHORIZER,
  c_authorizer,
  c_collation,
  c_function,
  c_progress,
  c_trace,
  c_window,
  COLLATION,
  FINAL,
  FUNCTION,
  PROGRESS,
  TRACE,
} from './interp_hooks.ts';
import { c_reset, c_step, D, S, type StatementPtr } from './interp_library.ts';
import { fetchIn, runIn, type Runner } from './interp_run.ts';
export { attach } from './interp_dispatch.ts';

class Calling implements Runner {
  step(statement: StatementPtr): i32 {
    return c_step(statement);
  }
  reset(statement: StatementPtr): i32 {
    return c_reset(statement);
  }
}

/** As `runIn`. */
export function run(
  statement: usize,
  kinds: Uint8Array,
  numbers: Float64Array,
  bytes: Uint8Array,
  state: Int32Array,
  count: i32,
): i32 {
  return runIn(new Calling(), statement, kinds, numbers, bytes, state, count);
}

/** As `fetchIn`. */
export function fetch(
  statement: usize,
  kinds: Uint8Array,
  numbers: Float64Array,
  bytes: Uint8Array,
  state: Int32Array,
  count: i32,
  most: i32,
  isHeld: boolean,
): i32 {
  const runner = new Calling();
  return fetchIn(runner, statement, kinds, numbers, bytes, state, count, most, isHeld);
}

export function reset(statement: usize): void {
  c_reset(rffi.cast(S, statement));
}

// ---- what sqlite3 is told: places are JavaScript's, negative ones take the function away ----

const UTF8: i32 = 1;
const place = (index: i32): rffi.VoidPtr => {
  const word: isize = index;
  return rffi.cast(rffi.VOIDP, word);
};

export function set_function(
  database: usize,
  name: string,
  count: i32,
  flags: i32,
  index: i32,
): i32 {
  const pointer = rffi.cast(D, database);
  const how: i32 = UTF8 | flags;
  if (index < 0) return c_function(pointer, name, count, how, null, null, null, null, null);
  const f = rffi.llhelper(FUNCTION, scalar);
  return c_function(pointer, name, count, how, place(index), f, null, null, null);
}
/** `isWindow`: its objects can take a row back, and give values between. */
export function set_aggregate(
  database: usize,
  name: string,
  count: i32,
  isWindow: boolean,
  index: i32,
): i32 {
  const pointer = rffi.cast(D, database);
  if (index < 0) return c_function(pointer, name, count, UTF8, null, null, null, null, null);
  const [f, g] = [rffi.llhelper(FUNCTION, step), rffi.llhelper(FINAL, final)];
  if (!isWindow) return c_function(pointer, name, count, UTF8, place(index), null, f, g, null);
  const [v, i] = [rffi.llhelper(FINAL, value), rffi.llhelper(FUNCTION, inverse)];
  return c_window(pointer, name, count, UTF8, place(index), f, g, v, i, null);
}
export function set_collation(database: usize, name: string, index: i32): i32 {
  const pointer = rffi.cast(D, database);
  if (index < 0) return c_collation(pointer, name, UTF8, null, null);
  return c_collation(pointer, name, UTF8, place(index), rffi.llhelper(COLLATION, collate));
}
export function set_authorizer(database: usize, isOn: boolean): void {
  const pointer = rffi.cast(D, database);
  if (isOn) c_authorizer(pointer, rffi.llhelper(AUTHORIZER, authorize), null);
  else c_authorizer(pointer, null, null);
}
/** Each time after `count` instructions of sqlite3's machine; 0: never. */
export function set_progress(database: usize, count: i32): void {
  const pointer = rffi.cast(D, database);
  if (count > 0) c_progress(pointer, count, rffi.llhelper(PROGRESS, progress), null);
  else c_progress(pointer, 0, null, null);
}
export function set_trace(database: usize, isOn: boolean): void {
  const pointer = rffi.cast(D, database);
  if (isOn) c_trace(pointer, 1, rffi.llhelper(TRACE, trace), null);
  else c_trace(pointer, 0, null, null);
}
