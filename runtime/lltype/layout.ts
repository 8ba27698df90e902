// Low-level type → sizes, alignments and offsets, by the System V x86-64 C ABI. Used untranslated and by `lower`/`llvm`.
import type { Container, Field, LowLevelType, MachineType, Struct } from './types.ts';

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
  f80: 16,
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
      return type.foreign?.size ?? roundUp(layoutOf(type).end, alignOf(type));
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
      return type.fields.reduce(
        (align, field) => Math.max(align, fieldAlign(type, field)),
        type.align ?? 1,
      );
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

const fieldAlign = ({ pack }: Struct, { type }: Field): number =>
  Math.min(alignOf(type), pack ?? Infinity);

/** Where a field lies, from the start of its structure. */
export interface FieldPlace {
  /** In bytes; of a bit-field, that of the unit it is read and written in. */
  readonly offset: number;
  readonly type: LowLevelType;
  readonly bits: BitPlace | null;
}

/** The unit is an unsigned integer of `unit` bytes, little-endian; bit 0 is its lowest. */
export interface BitPlace {
  readonly unit: 1 | 2 | 4 | 8;
  readonly shift: number;
  readonly width: number;
}

interface StructLayout {
  readonly places: ReadonlyMap<string, FieldPlace>;
  /** Behind the last field, or before the items of an open array at the end. */
  readonly end: number;
}

const layouts = new WeakMap<Struct, StructLayout>();

function layoutOf(struct: Struct): StructLayout {
  let layout = layouts.get(struct);
  if (!layout) layouts.set(struct, (layout = layOut(struct)));
  return layout;
}

/** In bits, as bit-fields go on in the byte where the field before them ends. */
function layOut(struct: Struct): StructLayout {
  const starts: number[] = [];
  let next = 0;
  let end = 0;
  struct.fields.forEach((field, index) => {
    const known = struct.foreign?.offsets[index];
    const start =
      known === undefined
        ? startOf(struct, field, struct.union ? 0 : next)
        : field.bits === null
          ? known * 8
          : known;
    starts.push(start);
    next = start + (field.bits ?? fixedPart(field.type) * 8);
    end = Math.max(end, next);
  });
  const bytes = struct.foreign?.size ?? roundUp(Math.ceil(end / 8), alignOf(struct));
  const places = struct.fields.map(
    (field, index) => [field.name, placeOf(field, starts[index] ?? 0, bytes)] as const,
  );
  return { places: new Map(places), end: Math.ceil(end / 8) };
}

/** The bit at which a field begins that comes behind bit `next`. */
function startOf(struct: Struct, field: Field, next: number): number {
  const align = fieldAlign(struct, field) * 8;
  if (field.bits === null) return roundUp(next, align);
  // System V: a bit-field lies in one unit of its type, unless the structure is packed.
  const unit = sizeOf(field.type) * 8;
  const isSplit = Math.floor(next / unit) !== Math.floor((next + field.bits - 1) / unit);
  return isSplit && struct.pack === null ? roundUp(next, align) : next;
}

/** `bytes`: of the structure, beyond which nothing is read. */
function placeOf({ name, type, bits }: Field, start: number, bytes: number): FieldPlace {
  if (bits === null) return { offset: start / 8, type, bits: null };
  const fits = (unit: number, offset: number): boolean =>
    offset >= 0 && offset + unit <= bytes && start + bits <= (offset + unit) * 8;
  const first = Math.floor(start / 8);
  for (const unit of [1, 2, 4, 8] as const)
    for (const offset of [first - (first % unit), first, bytes - unit])
      if (offset <= first && fits(unit, offset))
        return { offset, type, bits: { unit, shift: start - offset * 8, width: bits } };
  throw new TypeError(`the bit-field ${name} lies across more than eight bytes`);
}

/** Where the field lies. Throws TypeError for a name that the structure does not have. */
export function fieldPlace(struct: Struct, name: string): FieldPlace {
  const place = layoutOf(struct).places.get(name);
  if (!place) throw new TypeError(`${struct.name} has no field ${name}`);
  return place;
}

/** Bytes from the start of the structure to the field, as C's offsetof. Throws TypeError for a name that it does not have, and for a bit-field. */
export function offsetOf(struct: Struct, name: string): number {
  const { offset, bits } = fieldPlace(struct, name);
  if (bits)
    throw new TypeError(`${name} of ${struct.name} is a bit-field and has no offset in bytes`);
  return offset;
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
  return type.kind === 'struct' && variablePart(type) ? layoutOf(type).end : sizeOf(type);
}

/** The largest power of two that divides the size, 16 at most: what malloc guarantees and the C type can need. */
function opaqueAlignment(size: number | null): number {
  let align = 1;
  while (size && align < 16 && size % (align * 2) === 0) align *= 2;
  return align;
}

const roundUp = (offset: number, align: number): number => Math.ceil(offset / align) * align;
