// A field → the functions that read and write it in an instance.
import { addressOf } from './addresses.ts';
import { refuse } from './errors.ts';
import { I32 } from './frame.ts';
import { instanceAt, wordsOf, type StructureInstance } from './instance.ts';
import { calls, FRAME } from './native.ts';
import { isStructure, type PlacedField } from './structure-type.ts';

import { generate } from './support.ts';
import { checkSource, loadSource, storeSource } from './value-source.ts';
import type { Kind } from './types.ts';

export interface FieldAccess {
  get(instance: StructureInstance): unknown;
  set(instance: StructureInstance, value: unknown): void;
}

/** A word of the frame that no call uses: a field passes through it. */
const TRANSFER = 240;
const HALF = 2 * TRANSFER;
const ADDRESS = FRAME + 8 * TRANSFER;

type Load = () => unknown;
type Store = (value: unknown, fail: () => never) => void;
const loads = new Map<Kind, Load>();
const stores = new Map<Kind, Store>();

function loadOf(kind: Kind): Load {
  let load = loads.get(kind);
  if (!load) {
    load = generate(`return () => ${loadSource(kind, TRANSFER)};`, {}) as Load;
    loads.set(kind, load);
  }
  return load;
}

/** Strings are refused: nobody would free their memory. */
function storeOf(kind: Kind): Store {
  let store = stores.get(kind);
  if (!store) {
    const of = kind === 'char_p' || kind === 'unichar_p' ? 'pointer' : kind;
    const source = `${checkSource(of, 'v', 'p', 'fail()')} ${storeSource(of, 'v', 'p', TRANSFER)}`;
    store = generate(`return (v, fail) => { ${source} };`, {}) as Store;
    stores.set(kind, store);
  }
  return store;
}

export function makeAccess(field: PlacedField, structure: string): FieldAccess {
  return isStructure(field.ffitype) ? nested(field, structure) : scalar(field, structure);
}

function scalar({ ffitype, offset, name }: PlacedField, structure: string): FieldAccess {
  const { kind, size } = ffitype;
  const [load, store] = [loadOf(kind), storeOf(kind)];
  const half = offset >> 2;
  const shift = 8 * (offset & 3);
  const mask = size < 4 ? (1 << (8 * size)) - 1 : -1;
  return {
    get(instance) {
      const { words } = instance;
      if (!words) calls.copy(ADDRESS, instance.getaddr() + offset, size);
      else {
        I32[HALF] = (words[half] ?? 0) >> shift;
        if (size === 8) I32[HALF + 1] = words[half + 1] ?? 0;
      }
      return load();
    },
    set(instance, value) {
      store(value, () => refuse(`${structure}.${name}`, ffitype, value));
      const { words } = instance;
      if (!words) {
        calls.copy(instance.getaddr() + offset, ADDRESS, size);
        return;
      }
      const written = I32[HALF] ?? 0;
      words[half] = ((words[half] ?? 0) & ~(mask << shift)) | ((written & mask) << shift);
      if (size === 8) words[half + 1] = I32[HALF + 1] ?? 0;
    },
  };
}

/** Gives an instance inside of the outer one. */
function nested({ ffitype, offset, name }: PlacedField, structure: string): FieldAccess {
  return {
    get: (instance) => instanceAt(ffitype, instance.getaddr() + offset, instance),
    set(instance, value) {
      const words = wordsOf(value, ffitype) ?? refuse(`${structure}.${name}`, ffitype, value);
      const from = Int32Array.from(words);
      calls.copy(instance.getaddr() + offset, addressOf(from), ffitype.size);
    },
  };
}
