'use mixmod';
// What the app level uses of sqlite3, for connections without functions of JavaScript: V8 can call all that runs
// statements without leaving its optimized code. With such functions interp_calls.ts takes its place.
import { rffi, type i32, type i64, type usize } from 'mixmod';
import {
  c_complete,
  c_memory,
  c_reset_quietly,
  c_step_quietly,
  c_version,
  S,
  type StatementPtr,
} from './interp_library.ts';
import { fetchIn, runIn, type Runner } from './interp_run.ts';
export { close_all, Connection, Statement } from './interp_connection.ts';

class Quiet implements Runner {
  step(statement: StatementPtr): i32 {
    return c_step_quietly(statement);
  }
  reset(statement: StatementPtr): i32 {
    return c_reset_quietly(statement);
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
  return runIn(new Quiet(), statement, kinds, numbers, bytes, state, count);
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
  const runner = new Quiet();
  return fetchIn(runner, statement, kinds, numbers, bytes, state, count, most, isHeld);
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
