// A structure of C → what `lltype.Struct` must be told for its fields to lie where C has them, or why it cannot.
import type { StructHints } from '../../runtime/lltype/struct.ts';
import { spell } from './c-spelling.ts';
import { type CField, type CStructType, type CType, type CTypes, resolve } from './c-types.ts';
import { type Refusal, refusal } from './refusals.ts';

const POINTER_SIZE = 8;

interface Layout {
  readonly size: number;
  readonly alignment: number;
}

/** null for one that has a low-level type. Pointers always have one, so only what lies inside is looked at. */
export function structRefusal(struct: CStructType, types: CTypes): Refusal | null {
  const { name, fields } = struct;
  if (struct.opaque) return refusal('opaque', name);
  for (const [index, field] of fields.entries()) {
    const layout = fieldLayout(field, name, index === fields.length - 1, types);
    if ('kind' in layout) return layout;
  }
  return null;
}

/** Where the rules of C alone do not say the layout: bit-fields, packed and aligned structures. Unions say that they are one. */
export function hintsOf(struct: CStructType, types: CTypes): readonly StructHints[] {
  const { kind, fields, size } = struct;
  const union = kind === 'union';
  if (isNatural(struct, types)) return union ? [{ hints: { union } }] : [];
  const fieldoffsets = fields.map(({ offset, bits }) => bits?.offset ?? offset);
  return [{ hints: { ...(union && { union }), size, fieldoffsets } }];
}

function isNatural(
  { kind, name, fields, size, alignment: wanted }: CStructType,
  types: CTypes,
): boolean {
  let [end, last, alignment] = [0, 0, 1];
  for (const [index, field] of fields.entries()) {
    const layout = fieldLayout(field, name, index === fields.length - 1, types);
    if ('kind' in layout || field.bits) return false;
    alignment = Math.max(alignment, layout.alignment);
    const start = kind === 'union' ? 0 : roundUp(end, layout.alignment);
    if (start !== field.offset) return false;
    end = field.offset + layout.size;
    last = Math.max(last, end);
  }
  return alignment === wanted && roundUp(last, alignment) === size;
}

function fieldLayout(
  { name, type }: CField,
  owner: string,
  last: boolean,
  types: CTypes,
): Layout | Refusal {
  if (name === null) return refusal('anonymous-member', owner);
  const bare = resolve(type, types);
  if (last && bare.kind === 'array' && bare.count === null) {
    const item = inlineLayout(bare.item, types);
    return 'kind' in item ? item : { ...item, size: 0 };
  }
  return inlineLayout(type, types);
}

function inlineLayout(type: CType, types: CTypes): Layout | Refusal {
  const bare = resolve(type, types);
  switch (bare.kind) {
    case 'base':
      return numberRefusal(type, types) ?? { size: bare.size, alignment: bare.size };
    case 'pointer':
      return { size: POINTER_SIZE, alignment: POINTER_SIZE };
    case 'enum': {
      const size = types.enums[bare.name]?.size ?? 4;
      return { size, alignment: size };
    }
    case 'array': {
      if (bare.count === null) return refusal('open-array', spell(type));
      const item = inlineLayout(bare.item, types);
      return 'kind' in item ? item : { ...item, size: item.size * bare.count };
    }
    case 'struct': {
      const struct = types.structs[bare.name];
      if (!struct) return refusal('unknown', spell(type));
      const open = struct.fields.some(({ type: field }) => {
        const inner = resolve(field, types);
        return inner.kind === 'array' && inner.count === null;
      });
      if (open) return refusal('open-array', struct.name);
      return structRefusal(struct, types) ?? { size: struct.size, alignment: struct.alignment };
    }
    default:
      return refusal('unknown', spell(type));
  }
}

/** Of the numbers that have no primitive. */
export function numberRefusal(type: CType, types: CTypes): Refusal | null {
  const bare = resolve(type, types);
  if (bare.kind !== 'base') return null;
  if (bare.encoding === 'complex') return refusal('complex', spell(type));
  if (bare.encoding !== 'float') return bare.size > 8 ? refusal('wide-integer', spell(type)) : null;
  return bare.size < 4 ? refusal('small-float', spell(type)) : null;
}

const roundUp = (size: number, alignment: number): number =>
  Math.ceil(size / alignment) * alignment;
