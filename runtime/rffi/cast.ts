// `rffi.cast`, `ptradd`, `sizeof`, `offsetof`, untranslated and at build time.
import { describeType, isLowLevelType, makeArray } from '../lltype/constructors.ts';
import { offsetOf, sizeOf, variablePart } from '../lltype/layout.ts';
import { requireRoom } from '../lltype/memory.ts';
import {
  addressOf,
  containerOf,
  isPointer,
  itemAddress,
  type Pointer,
  pointerAt,
  requiredPointer,
} from '../lltype/pointer.ts';
import type { Container, LowLevelType, Primitive, Ptr, Struct } from '../lltype/types.ts';
import { CONVERSIONS } from '../numbers.ts';

type Castable = number | bigint | boolean | Pointer | null;

/** C's cast: numbers wrap, pointers keep their address. */
export function cast(type: Primitive | Ptr, value: Castable): Castable | undefined {
  const isAddress = value === null || isPointer(value);
  if (!isAddress && typeof value === 'object')
    throw new TypeError('rffi.cast: neither number nor pointer');
  if (type.kind === 'ptr') {
    if (isPointer(value) && hasSize(type.to))
      requireRoom(addressOf(value), sizeOf(type.to), describeType(type.to));
    return pointerAt(type.to, isAddress ? addressOf(value) : Number(CONVERSIONS.usize(value)));
  }
  if (!isLowLevelType(type)) throw new TypeError('rffi.cast casts to a primitive or pointer type');
  if (isAddress && type.value !== 'usize' && type.value !== 'isize') {
    throw new TypeError(`a pointer is cast to an integer of word size, not to ${type.name}`);
  }
  return CONVERSIONS[type.value](isAddress ? addressOf(value) : value);
}

const hasSize = (type: Container): boolean =>
  (type.kind === 'struct' && !variablePart(type)) || type.kind === 'fixed-array';

/** The pointer `count` items further. */
export function ptradd(pointer: Pointer, count: number): Pointer {
  if (!isPointer(pointer)) throw new TypeError('ptradd of NULL');
  const container = containerOf(pointer);
  if (container.kind !== 'array' || container.length !== null) {
    throw new TypeError(
      `ptradd needs an array without stored length, got Ptr(${describeType(container)})`,
    );
  }
  const moved = pointerAt(container, itemAddress(pointer, count));
  if (!moved) throw new RangeError('ptradd gives NULL');
  return moved;
}

export function sizeof(type: LowLevelType): number {
  if (!isLowLevelType(type)) throw new TypeError('sizeof expects a low-level type');
  return sizeOf(type);
}

export function offsetof(type: Struct, field: string): number {
  if (!isLowLevelType(type) || type.kind !== 'struct')
    throw new TypeError('offsetof expects a Struct');
  return offsetOf(type, field);
}

/** lltype.cast_ptr_to_int. */
export const cast_ptr_to_int = (pointer: Pointer | null): number =>
  Number(CONVERSIONS.isize(addressOf(pointer)));

/** The address of a field, as a pointer to an array of one. */
export function direct_fieldptr(pointer: Pointer, field: string): Pointer {
  const type = isPointer(pointer) ? containerOf(pointer) : null;
  if (type?.kind !== 'struct')
    throw new TypeError('direct_fieldptr expects a pointer to a structure');
  const found = type.fields.find(({ name }) => name === field);
  if (!found) throw new TypeError(`${type.name} has no field ${field}`);
  return asItems(found.type, addressOf(pointer) + offsetOf(type, field));
}

/** The address of the first item, as a pointer to an array without stored length. */
export function direct_arrayitems(pointer: Pointer): Pointer {
  const type = isPointer(pointer) ? containerOf(pointer) : null;
  if (type?.kind !== 'array' && type?.kind !== 'fixed-array')
    throw new TypeError('direct_arrayitems expects a pointer to an array');
  return asItems(type.item, itemAddress(pointer, 0));
}

const asItems = (type: LowLevelType, address: number): Pointer =>
  requiredPointer(makeArray(type, { hints: { nolength: true } }), address);
