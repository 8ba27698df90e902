'use mixmod';
// What the app level uses of sqlite3, for connections without functions of JavaScript: V8 can call all that runs
// statements without leaving its optimized code. With such functions interp_calls.ts takes its place.
import { rffi, type i32, type i64, type usize } from 'mixmod';
import { Cells } from './interp_cells.ts';
import {
  c_complete,
  c_memory,
  c_reset_quietly,
  c_step_quietly,
  c_version,
  OK,
  S,
  type StatementPtr,
} from './interp_library.ts';
import { bindAll, fetch, run as runStatement, type Runner } from './interp_run.ts';
export { close_all, Connection, Statement } from './interp_connection.ts';

class Quiet implements Runner {
  step(statement: StatementPtr): i32 {
    return c_step_quietly(statement);
  }
  reset(statement: StatementPtr): i32 {
    return c_reset_quietly(statement);
  }
}

/** Sets `count` parameters and runs a statement to its end. Gives sqlite3's code, 101 for success, or -1: no room. */
export function run(
  statement: usize,
  kinds: Uint8Array,
  numbers: Float64Array,
  bytes: Uint8Array,
  state: Int32Array,
  count: i32,
): i32 {
  const pointer = rffi.cast(S, statement);
  using k = rffi.scoped_nonmovingbuffer(kinds);
  using n = rffi.scoped_nonmovingbuffer(numbers);
  using b = rffi.scoped_nonmovingbuffer(bytes);
  const cells = new Cells(k.ptr, numbers.length, n.ptr, b.ptr, bytes.length);
  const code = bindAll(pointer, cells, count);
  return code === OK ? runStatement(new Quiet(), pointer, state) : code;
}

/** Sets `count` parameters, fetches at most `most` rows. */
export function start(
  statement: usize,
  kinds: Uint8Array,
  numbers: Float64Array,
  bytes: Uint8Array,
  state: Int32Array,
  count: i32,
  most: i32,
): i32 {
  const pointer = rffi.cast(S, statement);
  using k = rffi.scoped_nonmovingbuffer(kinds);
  using n = rffi.scoped_nonmovingbuffer(numbers);
  using b = rffi.scoped_nonmovingbuffer(bytes);
  const cells = new Cells(k.ptr, numbers.length, n.ptr, b.ptr, bytes.length);
  const code = bindAll(pointer, cells, count);
  if (code !== OK) return code;
  cells.rewind();
  return fetch(new Quiet(), pointer, cells, state, most, false);
}

/** Further rows. `isHeld`: the last call had no room for the first of them. */
export function more(
  statement: usize,
  kinds: Uint8Array,
  numbers: Float64Array,
  bytes: Uint8Array,
  state: Int32Array,
  most: i32,
  isHeld: boolean,
): i32 {
  using k = rffi.scoped_nonmovingbuffer(kinds);
  using n = rffi.scoped_nonmovingbuffer(numbers);
  using b = rffi.scoped_nonmovingbuffer(bytes);
  const cells = new Cells(k.ptr, numbers.length, n.ptr, b.ptr, bytes.length);
  return fetch(new Quiet(), rffi.cast(S, statement), cells, state, most, isHeld);
}

/** Ends a statement that may have further rows. */
export function reset(statement: usize): void {
  c_reset_quietly(rffi.cast(S, statement));
}

export function version(): string {
  const text = c_version();
  return text === null ? '' : rffi.charp2str(text);
}
/** Bytes that sqlite3 has allocated in this process. */
export function memory_used(): i64 {
  return c_memory();
}
/** Whether a text ends with a complete statement. */
export function complete(sql: string): boolean {
  return c_complete(sql) !== 0;
}
