// Copies of raw memory, untranslated: structcopy, c_memcpy, c_memset; and values of fields by name.
import { describeType } from '../lltype/constructors.ts';
import { sizeOf } from '../lltype/layout.ts';
import { copyBytes, fillBytes } from '../lltype/memory.ts';
import { addressOf, containerOf, isPointer, type Pointer } from '../lltype/pointer.ts';

function requirePointer(of: string, argument: number, value: unknown): Pointer {
  if (isPointer(value)) return value;
  throw new TypeError(
    `${of}: argument ${argument} must be a pointer, got ${value === null ? 'NULL' : typeof value}`,
  );
}

function requireSize(of: string, argument: number, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(
    `${of}: argument ${argument} must be a number of bytes, got ${String(value)}`,
  );
}

/** All bytes of a structure; both pointers are of one type. */
export function structcopy(to: Pointer, from: Pointer): void {
  const type = containerOf(requirePointer('rffi.structcopy', 1, to));
  const other = containerOf(requirePointer('rffi.structcopy', 2, from));
  if (type !== other)
    throw new TypeError(`rffi.structcopy: ${describeType(other)} is no ${describeType(type)}`);
  copyBytes(addressOf(to), addressOf(from), sizeOf(type));
}

/** C's memcpy, of memory that may overlap. */
export function c_memcpy(to: Pointer, from: Pointer, size: number): void {
  const [target, source] = [
    requirePointer('rffi.c_memcpy', 1, to),
    requirePointer('rffi.c_memcpy', 2, from),
  ];
  copyBytes(addressOf(target), addressOf(source), requireSize('rffi.c_memcpy', 3, Number(size)));
}

export function c_memset(to: Pointer, byte: number, size: number): void {
  const target = requirePointer('rffi.c_memset', 1, to);
  fillBytes(addressOf(target), byte & 0xff, requireSize('rffi.c_memset', 3, Number(size)));
}
