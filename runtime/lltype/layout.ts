// Low-level type → sizes, alignments and offsets, by the System V x86-64 C ABI. Used untranslated and by `lower`/`llvm`.
import type { Container, LowLevelType, MachineType, Struct } from './types.ts';

export const POINTER_SIZE = 8;
/** The stored length of an array: a Signed in front of its items. */
export const LENGTH_SIZE = 8;

/** void is 1 as in GNU C, so that a `void *` can be stepped by bytes. */
const MACHINE_SIZE: { readonly [M in MachineType]: number } = {
  i8: 1,
  u8: 1,
  bool: 1,
  void: 1,
  i16: 2,
  u16: 2,
  i32: 4,
  u32: 4,
  f32: 4,
  i64: 8,
  u64: 8,
  f64: 8,
};

/** A type that has no size of its own: an array of open length, a function, an opaque type of unknown size. */
export class NoSize extends TypeError {}

/** Bytes of a value of this type, trailing padding included. Throws NoSize. */
export function sizeOf(type: LowLevelType): number {
  switch (type.kind) {
    case 'primitive':
      return MACHINE_SIZE[type.machine];
    case 'ptr':
      return POINTER_SIZE;
    case 'fixed-array':
      return sizeOf(type.item) * type.count;
    case 'struct':
      return roundUp(structEnd(type), alignOf(type));
    case 'opaque':
      if (type.size === null) throw new NoSize(`the size of ${type.name} is not known`);
      return type.size;
    case 'array':
      throw new NoSize('an array of open length has no size; take the size of its item');
    case 'func':
      throw new NoSize('a function has no size');
  }
}

/** Alignment in bytes. */
export function alignOf(type: LowLevelType): number {
  switch (type.kind) {
    case 'primitive':
      return MACHINE_SIZE[type.machine];
    case 'ptr':
      return POINTER_SIZE;
    case 'fixed-array':
      return alignOf(type.item);
    case 'struct':
      return type.fields.reduce((align, field) => Math.max(align, alignOf(field.type)), 1);
    case 'opaque':
      return opaqueAlignment(type.size);
    case 'array':
      return type.length === 'prefix'
        ? Math.max(LENGTH_SIZE, alignOf(type.item))
        : alignOf(type.item);
    case 'func':
      return 1;
  }
}

/** Bytes from the start of the structure to the field. Throws TypeError for a name that it does not have. */
export function offsetOf(struct: Struct, name: string): number {
  let end = 0;
  for (const field of struct.fields) {
    const start = roundUp(end, alignOf(field.type));
    if (field.name === name) return start;
    end = start + fixedPart(field.type);
  }
  throw new TypeError(`${struct.name} has no field ${name}`);
}

/** Where the items of a container of open length lie, from its start; null for one of fixed size. */
export interface VariablePart {
  /** Of item 0. */
  readonly itemsOffset: number;
  readonly itemSize: number;
  /** Of the stored length; null where none is stored. */
  readonly lengthOffset: number | null;
}

/** The open-length array that the container is, or ends with. */
export function variablePart(container: Container): VariablePart | null {
  if (container.kind === 'array') {
    const stored = container.length === 'prefix';
    const itemsOffset = stored ? roundUp(LENGTH_SIZE, alignOf(container.item)) : 0;
    return { itemsOffset, itemSize: sizeOf(container.item), lengthOffset: stored ? 0 : null };
  }
  if (container.kind !== 'struct') return null;
  const last = container.fields.at(-1);
  if (last?.type.kind !== 'array') return null;
  const part = variablePart(last.type);
  const offset = offsetOf(container, last.name);
  return (
    part && {
      itemsOffset: offset + part.itemsOffset,
      itemSize: part.itemSize,
      lengthOffset: part.lengthOffset === null ? null : offset + part.lengthOffset,
    }
  );
}

/** Bytes to allocate for `count` items (ignored for a container of fixed size). */
export function allocationSize(container: Container, count: number): number {
  const part = variablePart(container);
  if (!part) return sizeOf(container);
  return Math.max(part.itemsOffset + part.itemSize * count, fixedPart(container));
}

/** Bytes before the items of an open-length array at the end; the whole size of other types. */
function fixedPart(type: LowLevelType): number {
  if (type.kind === 'array') return variablePart(type)?.itemsOffset ?? 0;
  return type.kind === 'struct' && variablePart(type) ? structEnd(type) : sizeOf(type);
}

function structEnd(struct: Struct): number {
  const last = struct.fields.at(-1);
  return last ? offsetOf(struct, last.name) + fixedPart(last.type) : 0;
}

/** The largest power of two that divides the size, 16 at most: what malloc guarantees and the C type can need. */
function opaqueAlignment(size: number | null): number {
  let align = 1;
  while (size && align < 16 && size % (align * 2) === 0) align *= 2;
  return align;
}

const roundUp = (offset: number, align: number): number => Math.ceil(offset / align) * align;
