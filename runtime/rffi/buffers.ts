// Strings and typed arrays as C sees them, untranslated: copies in simulated memory, or the array's own bytes.
import { describeType } from '../lltype/constructors.ts';
import { sizeOf } from '../lltype/layout.ts';
import { type Scoped, scoped } from '../lltype/lltype.ts';
import { access, allocate, blockAt, bound, conceal, expose, release } from '../lltype/memory.ts';
import { addressOf, containerOf, isPointer, type Pointer, pointerAt } from '../lltype/pointer.ts';
import { RFFI_PRIMITIVES } from '../lltype/primitives.ts';
import type { Primitive } from '../lltype/types.ts';
import { CArray } from './c-types.ts';

const CHARS = CArray(RFFI_PRIMITIVES.CHAR);

/** The item type under which C sees each kind of typed array; bytes of either signedness are `char`. */
const ITEM_OF: { readonly [name: string]: Primitive } = {
  Uint8Array: RFFI_PRIMITIVES.CHAR,
  Int8Array: RFFI_PRIMITIVES.CHAR,
  Uint8ClampedArray: RFFI_PRIMITIVES.CHAR,
  Int16Array: RFFI_PRIMITIVES.SHORT,
  Uint16Array: RFFI_PRIMITIVES.USHORT,
  Int32Array: RFFI_PRIMITIVES.INT,
  Uint32Array: RFFI_PRIMITIVES.UINT,
  Float32Array: RFFI_PRIMITIVES.FLOAT,
  Float64Array: RFFI_PRIMITIVES.DOUBLE,
  BigInt64Array: RFFI_PRIMITIVES.LONGLONG,
  BigUint64Array: RFFI_PRIMITIVES.ULONGLONG,
};

export function str2charp(value: string): Pointer {
  if (value.includes('\0')) {
    throw new TypeError('the string contains a NUL character and cannot become a char*');
  }
  const utf8 = new TextEncoder().encode(value);
  const block = allocate(utf8.length + 1, 'char*', false);
  const { bytes, offset } = access(block.base, utf8.length + 1, true);
  new Uint8Array(bytes.buffer, bytes.byteOffset + offset).set(utf8);
  return required(pointerAt(CHARS, block.base));
}

export function free_charp(pointer: Pointer | null): void {
  if (pointer !== null) release(addressOf(pointer));
}

export function charp2str(pointer: Pointer): string {
  const start = addressOf(requireBytes(pointer));
  let end = start;
  while (byteAt(end) !== 0) end++;
  return charpsize2str(pointer, end - start);
}

export function charpsize2str(pointer: Pointer, size: number): string {
  const start = addressOf(requireBytes(pointer));
  if (size < 0) throw new RangeError(`the size of a string must not be negative, got ${size}`);
  const { bytes, offset } = access(start, size, false);
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset + offset, size);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(view);
}

export function scoped_str2charp(value: string): Scoped {
  return scoped(str2charp(value), free_charp);
}

/** C sees the array's own memory. The pointer dies with the block. */
export function scoped_nonmovingbuffer(data: ArrayBufferView): Scoped {
  const name = data[Symbol.toStringTag as never] as unknown;
  const item = typeof name === 'string' ? ITEM_OF[name] : undefined;
  if (!item) throw new TypeError('scoped_nonmovingbuffer expects a typed array');
  const block = expose(data, String(name));
  return scoped(required(pointerAt(CArray(item), block.base)), () => conceal(block));
}

/** C's memory of `count` items: in the block, checked executions find what goes beyond them. */
export function scoped_bounded(pointer: Pointer, count: number): Scoped {
  if (!isPointer(pointer)) throw new TypeError('scoped_bounded: argument 1 must be a pointer');
  const container = containerOf(pointer);
  const item = container.kind === 'array' ? container.item : container;
  if (!(count >= 0))
    throw new RangeError(`rffi.scoped_bounded: argument 2 must not be negative, got ${count}`);
  const end = bound(addressOf(pointer), count * sizeOf(item), describeType(container));
  return scoped(pointer, end);
}

export function scoped_alloc_buffer(size: number): Scoped {
  const block = allocate(size, 'char[]', false);
  return scoped(required(pointerAt(CHARS, block.base)), free_charp);
}

function byteAt(address: number): number {
  const { bytes, offset } = access(address, 1, false);
  return bytes.getUint8(offset);
}

function requireBytes(pointer: Pointer): Pointer {
  const container = isPointer(pointer) ? containerOf(pointer) : null;
  const item = container?.kind === 'array' ? container.item : null;
  if (item?.kind === 'primitive' && (item.machine === 'u8' || item.machine === 'i8'))
    return pointer;
  throw new TypeError(
    `expected a char*, got ${container ? `Ptr(${describeType(container)})` : String(pointer)}`,
  );
}

function required(pointer: Pointer | null): Pointer {
  if (pointer === null || !blockAt(addressOf(pointer))) throw new Error('memory without a block');
  return pointer;
}
