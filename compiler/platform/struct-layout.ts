// A structure of C → whether `runtime/lltype/layout.ts` lays its fields out at the same places, or why not.
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
  if (struct.kind === 'union') return refusal('union', name);
  let [end, alignment] = [0, 1];
  for (const [index, field] of fields.entries()) {
    const layout = fieldLayout(field, name, index === fields.length - 1, types);
    if ('kind' in layout) return layout;
    alignment = Math.max(alignment, layout.alignment);
    if (roundUp(end, layout.alignment) !== field.offset) return refusal('layout', name);
    end = field.offset + layout.size;
  }
  const natural = alignment === struct.alignment && roundUp(end, alignment) === struct.size;
  return natural ? null : refusal('layout', name);
}

function fieldLayout(
  { name, type, bits }: CField,
  owner: string,
  last: boolean,
  types: CTypes,
): Layout | Refusal {
  if (bits) return refusal('bit-field', owner);
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
  if (bare.size > 8) return refusal('long-double', spell(type));
  return bare.size < 4 ? refusal('small-float', spell(type)) : null;
}

const roundUp = (size: number, alignment: number): number =>
  Math.ceil(size / alignment) * alignment;
