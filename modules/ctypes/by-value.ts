// A structure's scalars → a structure of `_ffi` that travels in the same registers.
import type { HeldClass } from '../_ffi/held-structure.ts';
import { StructureInstance } from '../_ffi/instance.ts';
import { Field, Structure } from '../_ffi/structure.ts';
import { generate } from '../_ffi/support.ts';
import { type FfiType, type Kind, types } from '../_ffi/types.ts';
import { type CData, created, type CType, infoOf, type Leaf, placed, typeOf } from './cdata.ts';
import { bytesAt, Memory } from './memory.ts';

const UNITS: { readonly [size: number]: FfiType } = {
  1: types.ubyte,
  2: types.ushort,
  4: types.uint,
  8: types.ulong,
};
const MOST_SIZE = 65536;

/** Null where it cannot be passed: `long double`, nothing, too much. */
export function surrogate(
  name: string,
  size: number,
  alignment: number,
  leaves: readonly Leaf[],
): FfiType | null {
  const unit = UNITS[alignment];
  if (size === 0 || size > MOST_SIZE || !unit) return null;
  if (leaves.some(({ kind }) => kind === 'none')) return null;
  const isUnaligned = leaves.some((leaf) => leaf.at % leaf.size !== 0);
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
    { isUnaligned },
  );
}

const passers = new WeakMap<CType, (value: CData) => StructureInstance>();

/** What makes an argument for `_ffi` of an instance of the type. */
export function passer(type: CType): (value: CData) => StructureInstance {
  let made = passers.get(type);
  if (!made) {
    const structure = infoOf(type).ffi as Structure;
    made = structure.held ? ofHeld(structure, structure.held) : copied;
    passers.set(type, made);
  }
  return made;
}

function copied(value: CData): StructureInstance {
  const { ffi, size } = infoOf(typeOf(value));
  const words = new Int32Array(2 * Math.ceil(size / 8));
  new Uint8Array(words.buffer).set(bytesAt(value, 0, size));
  return new StructureInstance(ffi as Structure, words, 0);
}

const METHODS: { readonly [K in Kind]?: string } = {
  uint: 'Uint32',
  ulong: 'BigUint64',
  float: 'Float32',
  double: 'Float64',
};

/** The numbers are read from the memory: nothing is made that V8 cannot do without. */
function ofHeld({ fields }: Structure, held: HeldClass): (value: CData) => StructureInstance {
  const reads = fields.map(
    ({ ffitype, offset }) => `_view.get${METHODS[ffitype.kind]}(_at + ${offset}, true)`,
  );
  const source = `return function (value) {
  const { _view, _at } = value;
  return _view === null ? copied(value) : new held(${reads.join(', ')});
};`;
  return generate(source, { held, copied }) as (value: CData) => StructureInstance;
}

/** What makes an instance of the type of a result of `_ffi`. */
export function returner(type: CType): (result: StructureInstance) => CData {
  const structure = infoOf(type).ffi as Structure;
  if (!structure.held) return (result) => inItsMemory(type, result);
  const { fields } = structure;
  const writes = fields.map(
    ({ ffitype, offset }, index) =>
      `_view.set${METHODS[ffitype.kind]}(_at + ${offset}, result.v${index}, true);`,
  );
  const source = `return function (result) {
  if (result.memory !== null) return inItsMemory(type, result);
  const made = created(type), { _view, _at } = made;
  ${writes.join('\n  ')}
  return made;
};`;
  const values = { type, inItsMemory, created };
  return generate(source, values) as (result: StructureInstance) => CData;
}

function inItsMemory(type: CType, { words }: StructureInstance): CData {
  if (!words) throw new TypeError(`${type.name}: a result has memory of its own`);
  const view = new DataView(words.buffer, words.byteOffset, words.byteLength);
  return placed(type, view, 0, new Memory());
}
