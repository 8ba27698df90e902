// A field → the functions that read and write it in an instance.
import { addressOf } from './addresses.ts';
import { copy, TRANSFER_ADDRESS } from './copy.ts';
import { refuse } from './errors.ts';
import { I32, TRANSFER } from './frame.ts';
import { instanceAt, wordsOf, type StructureInstance } from './instance.ts';
import { loadOf, storeOf, takeOf } from './memory.ts';
import { isStructure, type PlacedField } from './structure-type.ts';

export interface FieldAccess {
  get(instance: StructureInstance): unknown;
  set(instance: StructureInstance, value: unknown): void;
}

const HALF = 2 * TRANSFER;

export function makeAccess(field: PlacedField, structure: string): FieldAccess {
  return isStructure(field.ffitype) ? nested(field, structure) : scalar(field, structure);
}

function scalar({ ffitype, offset, name }: PlacedField, structure: string): FieldAccess {
  const { kind, size } = ffitype;
  const [load, take, store] = [loadOf(ffitype), takeOf(kind), storeOf(kind)];
  const half = offset >> 2;
  const shift = 8 * (offset & 3);
  const mask = size < 4 ? (1 << (8 * size)) - 1 : -1;
  return {
    get(instance) {
      const { words } = instance;
      if (!words) return load(instance.getaddr() + offset);
      I32[HALF] = (words[half] ?? 0) >> shift;
      for (let part = 1; 4 * part < size; part++) I32[HALF + part] = words[half + part] ?? 0;
      return take();
    },
    set(instance, value) {
      store(value, () => refuse(`${structure}.${name}`, ffitype, value));
      const { words } = instance;
      if (!words) {
        copy(instance.getaddr() + offset, TRANSFER_ADDRESS, size);
        return;
      }
      const written = I32[HALF] ?? 0;
      words[half] = ((words[half] ?? 0) & ~(mask << shift)) | ((written & mask) << shift);
      for (let part = 1; 4 * part < size; part++) words[half + part] = I32[HALF + part] ?? 0;
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
      copy(instance.getaddr() + offset, addressOf(from), ffitype.size);
    },
  };
}
