'use mixmod';
// What sqlite3 calls → one function of JavaScript, which is told what is called, and finds the arguments in cells. It
// leaves the result in the first cell.
import { i32, isize, lltype, rffi, type u32 } from 'mixmod';
import { Cells, Kind, NO_ROOM } from './interp_cells.ts';
import {
  c_aggregate,
  c_result_blob,
  c_result_double,
  c_result_error,
  c_result_int,
  c_result_null,
  c_result_text,
  c_result_zeros,
  c_user_data,
  type ContextPtr,
  type ValuesPtr,
} from './interp_hooks.ts';
import { c_expanded, c_free, OK, S, transient } from './interp_library.ts';

/** What JavaScript shall do, as in app_calls.ts. */
const enum Call {
  grow,
  /** A function; `index` is its place. */
  scalar,
  /** A new object of an aggregate; gives its number, from 1. The others are told this number. */
  begin,
  step,
  inverse,
  value,
  final,
  /** Gives which of two texts comes first. */
  collate,
  authorize,
  progress,
  trace,
}

/** What it gives where a function has thrown. */
const THROWN: i32 = -1000;

export type Dispatch = (call: i32, index: i32, count: i32, bytes: i32) => i32;

const idle: Dispatch = () => THROWN;
let dispatch: Dispatch = idle;
let kinds = new Uint8Array(1);
let numbers = new Float64Array(1);
let bytes = new Uint8Array(1);

/** Where calls go, and the cells that they find their arguments in. */
export function attach(
  to: Dispatch,
  newKinds: Uint8Array,
  newNumbers: Float64Array,
  newBytes: Uint8Array,
): void {
  dispatch = to;
  kinds = newKinds;
  numbers = newNumbers;
  bytes = newBytes;
}

function invoke(call: Call, index: i32, count: i32, values: ValuesPtr): i32 {
  for (;;) {
    using k = rffi.scoped_nonmovingbuffer(kinds);
    using n = rffi.scoped_nonmovingbuffer(numbers);
    using b = rffi.scoped_nonmovingbuffer(bytes);
    const cells = new Cells(k.ptr, numbers.length, n.ptr, b.ptr, bytes.length);
    let code: i32 = OK;
    for (let i: i32 = 0; i < count && code === OK; i++) code = cells.put(values[i]);
    if (code === OK) return dispatch(i32(call), index, count, i32(cells.byte));
    if (code !== NO_ROOM || dispatch(Call.grow, 0, 0, 0) === THROWN) return THROWN;
  }
}

/** The same with texts, of which there may be none. */
function invokeWithTexts(
  call: Call,
  index: i32,
  texts: (rffi.CharPtr | null)[],
  sizes: isize[],
): i32 {
  for (;;) {
    using k = rffi.scoped_nonmovingbuffer(kinds);
    using n = rffi.scoped_nonmovingbuffer(numbers);
    using b = rffi.scoped_nonmovingbuffer(bytes);
    const cells = new Cells(k.ptr, numbers.length, n.ptr, b.ptr, bytes.length);
    let code: i32 = OK;
    for (let i = 0; i < texts.length && code === OK; i++) {
      const text = texts[i];
      if (text === null) k.ptr[cells.cell] = Kind.Null;
      else code = cells.putBytes(text, sizes[i]);
      cells.cell++;
    }
    if (code === OK) return dispatch(i32(call), index, i32(texts.length), i32(cells.byte));
    if (dispatch(Call.grow, 0, 0, 0) === THROWN) return THROWN;
  }
}

/** The first cell, or that something has been thrown. */
function giveResult(context: ContextPtr, code: i32): void {
  if (code === THROWN) return c_result_error(context, 'a function has thrown', -1);
  using k = rffi.scoped_nonmovingbuffer(kinds);
  using n = rffi.scoped_nonmovingbuffer(numbers);
  using b = rffi.scoped_nonmovingbuffer(bytes);
  const kind = k.ptr[0];
  const number = n.ptr[0];
  const size = i32(number);
  if (kind === Kind.Null) c_result_null(context);
  else if (kind === Kind.Real) c_result_double(context, number);
  else if (kind === Kind.Integer) c_result_int(context, rffi.cast(rffi.LONGLONG, number));
  else if (kind === Kind.Wide) c_result_int(context, rffi.cast(rffi.LONGLONGP, n.ptr)[0]);
  else if (kind !== Kind.Blob) c_result_text(context, b.ptr, size, transient());
  else if (size === 0) c_result_zeros(context, 0);
  else c_result_blob(context, b.ptr, size, transient());
}

const placeOf = (context: ContextPtr): i32 => i32(rffi.cast(lltype.Signed, c_user_data(context)));

export function scalar(context: ContextPtr, count: i32, values: ValuesPtr): void {
  giveResult(context, invoke(Call.scalar, placeOf(context), count, values));
}

/** Its number lies where sqlite3 keeps the state of a group; 0: nothing has been thought of. */
function objectOf(context: ContextPtr): i32 {
  const state = c_aggregate(context, 4);
  if (state === null) return THROWN;
  if (state[0] === 0) state[0] = dispatch(Call.begin, placeOf(context), 0, 0);
  return state[0];
}
function onObject(call: Call, context: ContextPtr, count: i32, values: ValuesPtr): void {
  const object = objectOf(context);
  const code = object === THROWN ? THROWN : invoke(call, object, count, values);
  if (code === THROWN) giveResult(context, code);
}
export function step(context: ContextPtr, count: i32, values: ValuesPtr): void {
  onObject(Call.step, context, count, values);
}
export function inverse(context: ContextPtr, count: i32, values: ValuesPtr): void {
  onObject(Call.inverse, context, count, values);
}
export function value(context: ContextPtr): void {
  const state = c_aggregate(context, 0);
  if (state !== null && state[0] > 0) giveResult(context, dispatch(Call.value, state[0], 0, 0));
}
/** NULL for a group without rows. */
export function final(context: ContextPtr): void {
  const state = c_aggregate(context, 0);
  if (state === null || state[0] === 0) return;
  giveResult(context, state[0] > 0 ? dispatch(Call.final, state[0], 0, 0) : THROWN);
}

export function collate(
  place: rffi.VoidPtr,
  aSize: i32,
  a: rffi.VoidPtr,
  bSize: i32,
  b: rffi.VoidPtr,
): i32 {
  const texts = [rffi.cast(rffi.CCHARP, a), rffi.cast(rffi.CCHARP, b)];
  const sizes: isize[] = [isize(aSize), isize(bSize)];
  const order = invokeWithTexts(Call.collate, i32(rffi.cast(lltype.Signed, place)), texts, sizes);
  return order === THROWN ? 0 : order;
}

const DENY: i32 = 1;
export function authorize(
  _: rffi.VoidPtr,
  action: i32,
  first: rffi.CharPtr,
  second: rffi.CharPtr,
  schema: rffi.CharPtr,
  trigger: rffi.CharPtr,
): i32 {
  const texts = [first, second, schema, trigger];
  const sizes = texts.map((text) => lengthOf(text));
  const answer = invokeWithTexts(Call.authorize, action, texts, sizes);
  return answer === THROWN ? DENY : answer;
}

export function progress(): i32 {
  return dispatch(Call.progress, 0, 0, 0);
}

/** With the values of its parameters. */
export function trace(
  _what: u32,
  _: rffi.VoidPtr,
  statement: rffi.VoidPtr,
  _text: rffi.VoidPtr,
): i32 {
  const text = c_expanded(rffi.cast(S, statement));
  if (text === null) return 0;
  invokeWithTexts(Call.trace, 0, [text], [lengthOf(text)]);
  c_free(text);
  return 0;
}

function lengthOf(text: rffi.CharPtr): isize {
  if (text === null) return 0;
  let length: isize = 0;
  while (text[length] !== 0) length++;
  return length;
}
