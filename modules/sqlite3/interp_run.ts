'use mixmod';
// A statement, its parameters in cells → its rows in cells, or its effect. What can be told of it stands in `state`.
import { i32, rffi, type i64, type usize } from 'mixmod';
import { Cells, NO_ROOM } from './interp_cells.ts';
import {
  c_changes,
  c_column,
  c_columns,
  c_handle,
  c_rowid,
  c_status,
  c_total,
  DONE,
  HAS_ROW,
  OK,
  S,
  type StatementPtr,
} from './interp_library.ts';

/** Places in `state`, as in app_frame.ts. */
const enum State {
  rows,
  bytes,
  /** Two words each, the lower one first. */
  changes = 2,
  rowid = 4,
  /** How many columns a row has, and how often the statement has been compiled again: its columns may be others. */
  columns = 6,
  compiled,
}
const REPREPARED: i32 = 5;

function putWide(state: Int32Array, at: i32, value: i64): void {
  state[at] = i32(value);
  state[at + 1] = i32(value >> 32n);
}

/** How statements are run: whether what SQL calls is of the program. */
export interface Runner {
  step(statement: StatementPtr): i32;
  reset(statement: StatementPtr): i32;
}

/** Sets the first `count` parameters. */
function bindAll(statement: StatementPtr, cells: Cells, count: i32): i32 {
  for (let i: i32 = 1; i <= count; i++) {
    const code = cells.bind(statement, i);
    if (code !== OK) return code;
  }
  return OK;
}

function putRow(statement: StatementPtr, cells: Cells, columns: i32): i32 {
  const { cell, byte } = cells;
  for (let i: i32 = 0; i < columns; i++) {
    const code = cells.put(c_column(statement, i));
    if (code === OK) continue;
    cells.cell = cell;
    cells.byte = byte;
    return code;
  }
  return OK;
}

/**
 * At most `most` rows, which `state` counts. HAS_ROW: there may be more; NO_ROOM: the next row is there, but not in the
 * cells (`isHeld` says so to the next call); anything else is the end, or an error, and the statement is reset.
 */
function fetch(
  runner: Runner,
  statement: StatementPtr,
  cells: Cells,
  state: Int32Array,
  most: i32,
  isHeld: boolean,
): i32 {
  let code: i32 = isHeld ? HAS_ROW : runner.step(statement);
  // Not before the first step, which may compile the statement again.
  const columns = c_columns(statement);
  let rows: i32 = 0;
  while (code === HAS_ROW) {
    const put = putRow(statement, cells, columns);
    if (put !== OK) {
      code = put;
      break;
    }
    rows++;
    if (rows >= most) break;
    code = runner.step(statement);
  }
  state[State.rows] = rows;
  state[State.bytes] = i32(cells.byte);
  state[State.columns] = columns;
  state[State.compiled] = c_status(statement, REPREPARED, 0);
  if (code === HAS_ROW || code === NO_ROOM) return code;
  const reset = runner.reset(statement);
  return code === DONE && reset !== OK ? reset : code;
}

/** To its end, whatever rows it has. Gives DONE, or an error; the statement is reset. */
function runToEnd(runner: Runner, statement: StatementPtr, state: Int32Array): i32 {
  const database = c_handle(statement);
  const before = c_total(database);
  let code: i32 = runner.step(statement);
  while (code === HAS_ROW) code = runner.step(statement);
  const reset = runner.reset(statement);
  if (code !== DONE) return code;
  if (reset !== OK) return reset;
  const isChange = c_total(database) !== before;
  putWide(state, State.changes, isChange ? c_changes(database) : 0n);
  putWide(state, State.rowid, c_rowid(database));
  return DONE;
}

// ---- what both kinds of connections export, with the memory of the call ----

/** Sets `count` parameters and runs a statement to its end. Gives sqlite3's code, 101 for success, or -1: no room. */
export function runIn(
  runner: Runner,
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
  return code === OK ? runToEnd(runner, pointer, state) : code;
}

/** Sets `count` parameters, or none if it is negative: then the statement goes on. Fetches at most `most` rows. */
export function fetchIn(
  runner: Runner,
  statement: usize,
  kinds: Uint8Array,
  numbers: Float64Array,
  bytes: Uint8Array,
  state: Int32Array,
  count: i32,
  most: i32,
  isHeld: boolean,
): i32 {
  const pointer = rffi.cast(S, statement);
  using k = rffi.scoped_nonmovingbuffer(kinds);
  using n = rffi.scoped_nonmovingbuffer(numbers);
  using b = rffi.scoped_nonmovingbuffer(bytes);
  const cells = new Cells(k.ptr, numbers.length, n.ptr, b.ptr, bytes.length);
  state[State.rows] = 0;
  const code = bindAll(pointer, cells, count);
  if (code !== OK) return code;
  cells.rewind();
  return fetch(runner, pointer, cells, state, most, isHeld);
}
