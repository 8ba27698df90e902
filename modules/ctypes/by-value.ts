// A structure's scalars → a structure of `_ffi` that travels in the same registers.
import { StructureInstance } from '../_ffi/instance.ts';
import { Field, Structure } from '../_ffi/structure.ts';
import { type FfiType, types } from '../_ffi/types.ts';
import type { CData, CType, Leaf } from './cdata.ts';
import { infoOf, placed, typeOf } from './cdata.ts';
import { bytesAt, Memory } from './memory.ts';

const UNITS: { readonly [size: number]: FfiType } = {
  1: types.ubyte,
  2: types.ushort,
  4: types.uint,
  8: types.ulong,
};
const MOST_SIZE = 65536;

/** Null where it cannot be passed: `long double`, fields that are not aligned in registers' size, nothing, too much. */
export function surrogate(
  name: string,
  size: number,
  alignment: number,
  leaves: readonly Leaf[],
): FfiType | null {
  const unit = UNITS[alignment];
  if (size === 0 || size > MOST_SIZE || !unit) return null;
  if (leaves.some(({ kind }) => kind === 'none')) return null;
  const unaligned = leaves.some((leaf) => leaf.at % leaf.size !== 0);
  if (unaligned && size <= 16) return null;
  const fields: FfiType[] = [];
  for (let word = 0; word < size; word += 8) {
    const length = Math.min(8, size - word);
    const inside = leaves.filter((leaf) => leaf.at < word + 8 && leaf.at + leaf.size > word);
    const isFloat = inside.length > 0 && inside.every(({ kind }) => kind === 'float');
    const piece = !isFloat ? unit : alignment === 8 ? types.double : types.float;
    for (let at = 0; at < length; at += piece.size) fields.push(piece);
  }
  return new Structure(
    name,
    fields.map((type, index) => new Field(`f${index}`, type)),
  );
}

/** An argument for `_ffi`. */
export function passed(value: CData): StructureInstance {
  const { ffi, size } = infoOf(typeOf(value));
  const words = new Int32Array(2 * Math.ceil(size / 8));
  new Uint8Array(words.buffer).set(bytesAt(value, 0, size));
  return new StructureInstance(ffi as Structure, words, 0);
}

/** A result of `_ffi`. */
export function returned(type: CType, { words }: StructureInstance): CData {
  if (!words) throw new TypeError(`${type.name}: a result has memory of its own`);
  const view = new DataView(words.buffer, words.byteOffset, words.byteLength);
  return placed(type, view, 0, new Memory());
}
