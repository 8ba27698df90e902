// Fields → where they lie in a structure: each at the next multiple of its alignment, as C does it.
import type { HeldClass } from './held-structure.ts';
import type { FfiType } from './types.ts';

export interface PlacedField {
  readonly name: string;
  readonly ffitype: FfiType;
  /** In bytes. */
  readonly offset: number;
}

export interface StructureType extends FfiType {
  readonly kind: 'struct';
  readonly fields: readonly PlacedField[];
  /** A field of C's is not at a multiple of its alignment: it travels in memory. */
  readonly isUnaligned: boolean;
  /** Of modules/_ffi/held-structure.ts: for one of a few numbers. */
  readonly held: HeldClass | null;
}

export const isStructure = (type: FfiType): type is StructureType => type.kind === 'struct';

export interface Layout {
  readonly fields: readonly PlacedField[];
  readonly size: number;
  readonly alignment: number;
}

export function layOut(
  fields: readonly { readonly name: string; readonly ffitype: FfiType }[],
  leastAlignment = 1,
): Layout {
  let [size, alignment] = [0, leastAlignment];
  const placed = fields.map(({ name, ffitype }): PlacedField => {
    const offset = roundUp(size, ffitype.alignment);
    size = offset + ffitype.size;
    alignment = Math.max(alignment, ffitype.alignment);
    return { name, ffitype, offset };
  });
  return { fields: placed, size: roundUp(size, alignment), alignment };
}

const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to;
