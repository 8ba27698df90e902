// What the collector has to know of objects of each kind, but for the vtable.
import type { ObjectType, RtsType } from '../../program/types.ts';
import { BUILTIN_IDS, KIND, WORD, type Descriptor } from './descriptors.ts';
import {
  CAPTURES_OFFSET,
  isTraced,
  ITEMS_OFFSET,
  layoutOf,
  type ItemLayout,
  type Slot,
} from './layout.ts';

export function descriptorOf(type: ObjectType): Descriptor {
  const { bytes, fields } = layoutOf(type);
  const references = [...fields.values()].flatMap(tracedOffsets);
  return { kind: KIND.fixed, size: bytes, itemSize: 0, references, vtable: [] };
}

/** `captures` are low values. */
export function closureDescriptor(captures: readonly RtsType[]): Descriptor {
  const slots = captures.map((type, i) => ({ type, offset: CAPTURES_OFFSET + WORD * i }));
  const size = CAPTURES_OFFSET + WORD * captures.length;
  return {
    kind: KIND.fixed,
    size,
    itemSize: 0,
    references: tracedOffsets(slots),
    vtable: [],
  };
}

/** The id of what holds items of such a layout, where it is one that all programs have. */
export function builtinStorage({ bytes, parts }: ItemLayout): number | undefined {
  if (tracedOffsets(parts).length > 0) return bytes === WORD ? BUILTIN_IDS.references : undefined;
  const ids: Readonly<Record<number, number>> = {
    1: BUILTIN_IDS.bytes,
    2: BUILTIN_IDS.halves,
    4: BUILTIN_IDS.quads,
    8: BUILTIN_IDS.words,
  };
  return ids[bytes];
}

export function storageDescriptor({ bytes, parts }: ItemLayout): Descriptor {
  const references = tracedOffsets(parts);
  const kind = references.length > 0 ? KIND.referenceItems : KIND.plainItems;
  return { kind, size: ITEMS_OFFSET, itemSize: bytes, references, vtable: [] };
}

const tracedOffsets = (slots: readonly Slot[]): readonly number[] =>
  slots.filter(({ type }) => isTraced(type)).map(({ offset }) => offset);
