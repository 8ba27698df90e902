// Type descriptors: what the collector knows of the objects of one type. They lie in one table of constant data; an object's
// header holds the offset of its descriptor in it. The collector's part comes first (runtime/core/gc/layout.ts reads it), then
// the vtable.

export interface Descriptor {
  readonly kind: number;
  /** Of the fixed part, header included: where the items of a variable object begin. */
  readonly size: number;
  readonly itemSize: number;
  /** Offsets of the references: from the object's start, of items from the item's. */
  readonly references: readonly number[];
  /** Graphs by slot; null for what an abstract class or an unrelated one lacks. */
  readonly vtable: readonly (string | null)[];
}

export const KIND = { fixed: 0, plainItems: 1, referenceItems: 2, weak: 3 } as const;
export const COLLECTOR_BYTES = 32;
export const WORD = 8;

const builtin = (
  kind: number,
  size: number,
  itemSize: number,
  references: readonly number[],
): Descriptor => ({ kind, size, itemSize, references, vtable: [] });

/** Their ids are fixed: the runtime core and the prelude know them. */
export const BUILTIN_BYTES = 64;
export const BUILTIN_IDS = {
  string8: 64,
  string16: 128,
  rope: 192,
  bytes: 256,
  references: 320,
  words: 384,
  weakReference: 448,
  array: 512,
  halves: 576,
  quads: 640,
  bufferBox: 704,
} as const;

export const BUILTINS: { readonly [N in keyof typeof BUILTIN_IDS]: Descriptor } = {
  string8: builtin(KIND.plainItems, 16, 1, []),
  string16: builtin(KIND.plainItems, 16, 2, []),
  rope: builtin(KIND.fixed, 32, 0, [16, 24]),
  bytes: builtin(KIND.plainItems, 16, 1, []),
  references: builtin(KIND.referenceItems, 16, 8, [0]),
  words: builtin(KIND.plainItems, 16, 8, []),
  weakReference: builtin(KIND.weak, 24, 0, []),
  array: builtin(KIND.fixed, 24, 0, [8]),
  halves: builtin(KIND.plainItems, 16, 2, []),
  quads: builtin(KIND.plainItems, 16, 4, []),
  bufferBox: builtin(KIND.fixed, 48, 0, []),
};

/** Where the program's own descriptors begin. */
export const FIRST_ID = 1024;
