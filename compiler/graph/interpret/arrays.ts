// Evaluators of typed arrays, ArrayBuffers and DataViews in high graphs, on JavaScript's own objects.
import { REST } from '../../builtins/builtins.ts';
import { RAISED } from '../../builtins/errors.ts';
import type { ElementName, TypedArrayType } from '../../program/types.ts';
import type { Op, RaisedError } from '../graph.ts';
import {
  asBuffer,
  asDataView,
  asIndex,
  asNumber,
  asTypedArray,
  bufferOf,
  InterpreterError,
  raise,
  type Evaluator,
  type Held,
  type TypedArray,
} from './held.ts';

interface Constructor {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): TypedArray;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): TypedArray;
}

const CONSTRUCTORS: ReadonlyMap<string, Constructor> = new Map<string, Constructor>([
  ['Int8Array', Int8Array],
  ['Uint8Array', Uint8Array],
  ['Uint8ClampedArray', Uint8ClampedArray],
  ['Int16Array', Int16Array],
  ['Uint16Array', Uint16Array],
  ['Int32Array', Int32Array],
  ['Uint32Array', Uint32Array],
  ['Float32Array', Float32Array],
  ['Float64Array', Float64Array],
  ['BigInt64Array', BigInt64Array],
  ['BigUint64Array', BigUint64Array],
]);

export function constructorOf({ name }: TypedArrayType): Constructor {
  const found = CONSTRUCTORS.get(name);
  if (!found) throw new InterpreterError(`no typed array ${name}`);
  return found;
}

function resultConstructor(op: Op): Constructor {
  const type = op.results[0]?.type;
  if (type?.kind !== 'typedarray') throw new InterpreterError(`${op.name} makes no typed array`);
  return constructorOf(type);
}

/** `make`, where JavaScript refuses for the size: the error of this language. */
function sized<T>(make: () => T, error: RaisedError, size: Held): T {
  try {
    return make();
  } catch {
    return raise(error, size);
  }
}

/** Clamps as ECMA-262 does relative positions: negative ones count from the end. */
const relative = (position: number, length: number): number =>
  position < 0 ? Math.max(length + position, 0) : Math.min(position, length);

/**
 * 0 of what has been detached: of that the buffer is asked. V8's optimized code of `typedarray_len` has been seen to give the length that an
 * array had, in Node 20 and 22, and not with `--no-opt`.
 */
const lengthOf = (array: TypedArray): number => (array.buffer.byteLength === 0 ? 0 : array.length);

function checked(array: TypedArray, index: Held): number {
  const position = asIndex(index);
  if (position < 0 || position >= lengthOf(array))
    raise(RAISED.indexOutOfRange, index, BigInt(lengthOf(array)));
  return position;
}

/** ECMA-262 23.2.5.1.3. */
function fromBuffer([buffer, offset, length]: readonly Held[], op: Op): TypedArray {
  const make = resultConstructor(op);
  const size = make.BYTES_PER_ELEMENT;
  const [store, start] = [asBuffer(buffer), asIndex(offset)];
  if (start < 0) raise(RAISED.bufferOffset, offset);
  if (start % size !== 0) raise(RAISED.bufferAlignment);
  let count = asIndex(length);
  if (count === Number(REST)) {
    if (store.byteLength % size !== 0) raise(RAISED.bufferLengthAlignment);
    if (start > store.byteLength) raise(RAISED.bufferOffset, offset);
    count = (store.byteLength - start) / size;
  }
  if (count < 0 || start + count * size > store.byteLength) raise(RAISED.typedArrayLength, length);
  return new make(store, start, count);
}

/** ECMA-262 25.3.2.1. */
function newDataView([buffer, offset, length]: readonly Held[]): DataView {
  const [store, start] = [asBuffer(buffer), asIndex(offset)];
  if (start < 0 || start > store.byteLength) raise(RAISED.bufferOffset, offset);
  const count = asIndex(length);
  if (count === Number(REST)) return new DataView(store, start);
  if (count < 0 || start + count > store.byteLength) raise(RAISED.viewLength, length);
  return new DataView(store, start, count);
}

interface Accessor {
  readonly get: (view: DataView, at: number, littleEndian: boolean) => Held;
  readonly set: (view: DataView, at: number, value: Held, littleEndian: boolean) => void;
}

const number = (
  get: Accessor['get'],
  set: (view: DataView, at: number, value: number, littleEndian: boolean) => void,
): Accessor => ({ get, set: (view, at, value, little) => set(view, at, asNumber(value), little) });
const big = (value: Held): bigint => BigInt(value as bigint);

const u8 = number(
  (v, at) => v.getUint8(at),
  (v, at, x) => v.setUint8(at, x),
);
const ACCESSORS: { readonly [E in ElementName]: Accessor } = {
  i8: number(
    (v, at) => v.getInt8(at),
    (v, at, x) => v.setInt8(at, x),
  ),
  u8,
  u8c: u8,
  i16: number(
    (v, at, le) => v.getInt16(at, le),
    (v, at, x, le) => v.setInt16(at, x, le),
  ),
  u16: number(
    (v, at, le) => v.getUint16(at, le),
    (v, at, x, le) => v.setUint16(at, x, le),
  ),
  i32: number(
    (v, at, le) => v.getInt32(at, le),
    (v, at, x, le) => v.setInt32(at, x, le),
  ),
  u32: number(
    (v, at, le) => v.getUint32(at, le),
    (v, at, x, le) => v.setUint32(at, x, le),
  ),
  f32: number(
    (v, at, le) => v.getFloat32(at, le),
    (v, at, x, le) => v.setFloat32(at, x, le),
  ),
  f64: number(
    (v, at, le) => v.getFloat64(at, le),
    (v, at, x, le) => v.setFloat64(at, x, le),
  ),
  i64: {
    get: (v, at, le) => v.getBigInt64(at, le),
    set: (v, at, x, le) => v.setBigInt64(at, big(x), le),
  },
  u64: {
    get: (v, at, le) => v.getBigUint64(at, le),
    set: (v, at, x, le) => v.setBigUint64(at, big(x), le),
  },
};

function accessor({ attributes }: Op): Accessor {
  if (!attributes.element) throw new InterpreterError('a DataView accessor without its element');
  return ACCESSORS[attributes.element];
}

export const ARRAYS = {
  typedarray_new: ([length], op) => {
    const make = resultConstructor(op);
    const [count, bytes] = [asIndex(length), make.BYTES_PER_ELEMENT];
    if (count < 0 || count > Math.floor(Number.MAX_SAFE_INTEGER / bytes))
      raise(RAISED.typedArrayLength, length);
    return [sized(() => new make(count), RAISED.bufferLength, length)];
  },
  typedarray_from_buffer: (args, op) => [fromBuffer(args, op)],
  typedarray_len: ([array]) => [BigInt(lengthOf(asTypedArray(array)))],
  typedarray_get: ([array, index]) => {
    const source = asTypedArray(array);
    return [source[checked(source, index)]];
  },
  typedarray_set: ([array, index, value]) => {
    const target = asTypedArray(array);
    const position = checked(target, index);
    if (target instanceof BigInt64Array || target instanceof BigUint64Array)
      target[position] = big(value);
    else target[position] = asNumber(value);
    return [];
  },
  typedarray_subarray: ([array, begin, end]) => [
    asTypedArray(array).subarray(asIndex(begin), asIndex(end)),
  ],
  typedarray_slice: ([array, begin, end]) => [
    asTypedArray(array).slice(asIndex(begin), asIndex(end)),
  ],
  typedarray_fill: ([array, value, begin, end]) => {
    const target = asTypedArray(array);
    if (target instanceof BigInt64Array || target instanceof BigUint64Array) {
      target.fill(big(value), asIndex(begin), asIndex(end));
    } else target.fill(asNumber(value), asIndex(begin), asIndex(end));
    return [];
  },
  typedarray_copy_within: ([array, target, begin, end]) => {
    asTypedArray(array).copyWithin(asIndex(target), asIndex(begin), asIndex(end));
    return [];
  },
  typedarray_set_array: ([array, source, offset]) => {
    const [to, from, at] = [asTypedArray(array), asTypedArray(source), asIndex(offset)];
    if (at < 0 || at + from.length > to.length) raise(RAISED.setOffset);
    // Element types are equal: bytes are copied, as memmove does.
    const bytes = new Uint8Array(from.buffer, from.byteOffset, from.byteLength);
    new Uint8Array(to.buffer, to.byteOffset, to.byteLength).set(bytes, at * to.BYTES_PER_ELEMENT);
    return [];
  },
  typedarray_buffer: ([array]) => [bufferOf(asTypedArray(array))],
  /** Arrays are JavaScript's here; their bytes get an address when one is asked for. */
  typedarray_data: ([array], _op, { memory }) => {
    const view = asTypedArray(array);
    return [memory.expose(bufferOf(view)) + view.byteOffset];
  },
  typedarray_byte_offset: ([array]) => [BigInt(asTypedArray(array).byteOffset)],
  arraybuffer_new: ([length]) => [
    sized(() => new ArrayBuffer(asIndex(length)), RAISED.bufferLength, length),
  ],
  // JavaScript's own views see for themselves.
  view_refresh: ([view]) => [view],
  arraybuffer_len: ([buffer]) => [BigInt(asBuffer(buffer).byteLength)],
  arraybuffer_slice: ([buffer, begin, end]) => {
    const store = asBuffer(buffer);
    const from = relative(asIndex(begin), store.byteLength);
    return [store.slice(from, Math.max(from, relative(asIndex(end), store.byteLength)))];
  },
  dataview_new: (args) => [newDataView(args)],
  dataview_len: ([view]) => [BigInt(asDataView(view).byteLength)],
  dataview_get: ([view, offset, littleEndian], op) => {
    const { get } = accessor(op);
    const at = asIndex(offset);
    return [
      sized(() => get(asDataView(view), at, littleEndian === true), RAISED.viewOffset, offset),
    ];
  },
  dataview_set: ([view, offset, value, littleEndian], op) => {
    const { set } = accessor(op);
    const at = asIndex(offset);
    sized(() => set(asDataView(view), at, value, littleEndian === true), RAISED.viewOffset, offset);
    return [];
  },
} satisfies Readonly<Record<string, Evaluator>>;
