// Where the parts of fields, items and captured variables lie in objects of the collected heap: bytes from the object's
// start (of items: from the item's). The header comes first; what the collector must know stands in `descriptors.ts`.
import { InternalError } from '../../graph/internal-error.ts';
import { storedRepresentation } from '../../graph/representation.ts';
import type { ObjectType, RtsType } from '../../program/types.ts';

export const HEADER_BYTES = 8;
/** Where the items of a variable-size object begin: behind the header, its u32 count and a free u32. */
export const ITEMS_OFFSET = 16;
/** A closure: header, address of the code, captured values in words. */
export const CAPTURES_OFFSET = 16;

export interface Slot {
  /** Of one low value. */
  readonly type: RtsType;
  readonly offset: number;
}

export interface ObjectLayout {
  readonly bytes: number;
  /** By the name of the field: its parts. */
  readonly fields: ReadonlyMap<string, readonly Slot[]>;
}

export interface ItemLayout {
  readonly bytes: number;
  readonly parts: readonly Slot[];
}

/** Also the alignment. */
export function storedBytes(type: RtsType): 1 | 2 | 4 | 8 {
  switch (type.kind) {
    case 'int':
      return (type.bits / 8) as 1 | 2 | 4 | 8;
    case 'float':
      return type.name === 'f32' ? 4 : 8;
    case 'boolean':
      return 1;
    case 'address':
    case 'string':
    case 'object':
    case 'array':
    case 'function':
    case 'union':
      return 8;
    default:
      throw new InternalError(`a ${type.kind} in memory`);
  }
}

/** A low value that the collector traces. */
export const isTraced = ({ kind }: RtsType): boolean =>
  kind === 'object' ||
  kind === 'array' ||
  kind === 'function' ||
  kind === 'string' ||
  kind === 'union';

export const aligned = (offset: number, to: number): number => Math.ceil(offset / to) * to;

/** With the fields that it was made of: frames of generators get theirs by `flow`, which may be run again. */
const layouts = new WeakMap<ObjectType, KnownLayout>();

interface KnownLayout {
  readonly fields: ObjectType['fields'];
  readonly layout: ObjectLayout;
}

/** A derived class continues the layout of its base; its own fields stand by falling size, so that none is padded. */
export function layoutOf(type: ObjectType): ObjectLayout {
  const known = layouts.get(type);
  if (known?.fields === type.fields) return known.layout;
  const layout = makeLayout(type);
  layouts.set(type, { fields: type.fields, layout });
  return layout;
}

function makeLayout({ base, fields }: ObjectType): ObjectLayout {
  const inherited = base ? layoutOf(base) : null;
  const slots = new Map(inherited?.fields);
  let end = inherited?.bytes ?? HEADER_BYTES;
  const own = fields
    .filter(({ name }) => !slots.has(name))
    .flatMap(({ name, type }) =>
      storedRepresentation(type).map((part, index) => ({ name, part, index })),
    )
    .sort((a, b) => storedBytes(b.part) - storedBytes(a.part));
  const parts = new Map<string, Slot[]>();
  for (const { name, part, index } of own) {
    const offset = aligned(end, storedBytes(part));
    end = offset + storedBytes(part);
    const list = parts.get(name) ?? [];
    list[index] = { type: part, offset };
    parts.set(name, list);
  }
  for (const { name } of fields) if (!slots.has(name)) slots.set(name, parts.get(name) ?? []);
  return { bytes: Math.max(aligned(end, 8), 16), fields: slots };
}

/** An item of an array: its parts one after the other. */
export function itemLayout(element: RtsType): ItemLayout {
  let end = 0;
  let widest = 1;
  const parts = storedRepresentation(element).map((type) => {
    const bytes = storedBytes(type);
    const offset = aligned(end, bytes);
    end = offset + bytes;
    widest = Math.max(widest, bytes);
    return { type, offset };
  });
  return { bytes: aligned(end, widest), parts };
}
