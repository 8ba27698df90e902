// A ctypes object → a typed array on the same memory.
import { CData, infoOf, typeOf } from './cdata.ts';
import { ArrayData, type CArray } from './array.ts';
import { show } from './errors.ts';
import { codecOf, isPlain } from './simple.ts';

const VIEWS = {
  Int8: Int8Array,
  Uint8: Uint8Array,
  Int16: Int16Array,
  Uint16: Uint16Array,
  Int32: Int32Array,
  Uint32: Uint32Array,
  BigInt64: BigInt64Array,
  BigUint64: BigUint64Array,
  Float32: Float32Array,
  Float64: Float64Array,
} as const;
type Method = keyof typeof VIEWS;

export type MemoryView = InstanceType<(typeof VIEWS)[Method]>;

/**
 * What is written through it is in the object, and the other way around. Of an array of numbers (of this processor's byte order) it has
 * the items, of anything else the bytes. It keeps the memory. TypeError for memory of C's, which JavaScript does not see.
 */
export function memoryview(value: CArray<bigint>): BigInt64Array | BigUint64Array;
export function memoryview(value: CData): Exclude<MemoryView, BigInt64Array | BigUint64Array>;
export function memoryview(value: CData): unknown {
  if (!(value instanceof CData))
    throw new TypeError(`memoryview() takes a ctypes instance, got ${show(value)}`);
  const { name, size } = infoOf(typeOf(value));
  // A function learns that its pointer may change.
  value.getaddr();
  const { $view: view, $at: at } = value;
  if (view === null) throw new TypeError(`memoryview(): ${name} lies in memory of C's`);
  const method = value instanceof ArrayData ? itemMethod(value) : null;
  const View = VIEWS[method ?? 'Uint8'];
  const start = view.byteOffset + at;
  if (start % View.BYTES_PER_ELEMENT !== 0)
    throw new RangeError(
      `memoryview(): ${name} lies at ${start}, which is no multiple of its items' size`,
    );
  return new View(view.buffer as ArrayBuffer, start, size / View.BYTES_PER_ELEMENT);
}

function itemMethod(array: ArrayData): Method | null {
  const { _type_ } = typeOf(array) as unknown as { readonly _type_: unknown };
  const codec = isPlain(_type_) ? codecOf(_type_) : undefined;
  const isNative = codec !== undefined && codec.method !== null && codec.little;
  return isNative ? (codec.method as Method) : null;
}
