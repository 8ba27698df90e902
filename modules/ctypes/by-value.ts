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

/** Null where it cannot be passed: the other byte order, nothing, too much, alignments of more than 16, some unions with `long double`. */
export function surrogate(
  name: string,
  size: number,
  alignment: number,
  leaves: readonly Leaf[],
): FfiType | null {
  const unit = UNITS[Math.min(alignment, 8)];
  if (size === 0 || size > MOST_SIZE || !unit || alignment > 16) return null;
  if (leaves.some(({ kind }) => kind === 'none')) return null;
  let isUnaligned = leaves.some((leaf) => leaf.at % leaf.size !== 0);
  const words = Array.from({ length: Math.ceil(size / 8) }, (_, word) => kindsIn(leaves, 8 * word));
  if (alignment === 16 && size === 16 && !isUnaligned) {
    const way = wayOfBlock(words);
    if (way === 'x87') return structureOf(name, [types.longdouble], { isUnaligned, alignment });
    if (way === 'unknown') return null;
    if (way === 'memory') isUnaligned = true;
  } else if (size === 16 && words.some((kinds) => kinds.has('x87'))) return null;
  const fields = words.flatMap((kinds, word): FfiType[] => {
    const isFloat = kinds.has('float') && kinds.size === 1 && !isUnaligned;
    const piece = !isFloat ? unit : alignment >= 8 ? types.double : types.float;
    return Array.from({ length: Math.min(8, size - 8 * word) / piece.size }, () => piece);
  });
  return structureOf(name, fields, { isUnaligned, alignment });
}

const structureOf = (
  name: string,
  fields: readonly FfiType[],
  options: { readonly isUnaligned: boolean; readonly alignment: number },
): FfiType =>
  new Structure(
    name,
    fields.map((type, index) => new Field(`f${index}`, type)),
    options,
  );

type Kinds = ReadonlySet<Leaf['kind']>;

/** Of the scalars that share a word of 8 bytes. */
const kindsIn = (leaves: readonly Leaf[], word: number): Kinds =>
  new Set(
    leaves.filter(({ at, size }) => at < word + 8 && at + size > word).map(({ kind }) => kind),
  );

/**
 * How 16 bytes at a multiple of 16 travel (System V ABI of x86-64, section 3.2.3). Unknown: compilers do not agree on a word of padding,
 * and where integers share both words of a `long double`, it is the order and the nesting of the members that decides.
 */
function wayOfBlock([low, high]: readonly Kinds[]): 'x87' | 'memory' | 'registers' | 'unknown' {
  if (!low || !high || low.size === 0 || high.size === 0) return 'unknown';
  if (!low.has('x87')) return 'registers';
  if (low.size === 1 && high.size === 1) return 'x87';
  return low.size === 3 || high.has('integer') ? 'unknown' : 'memory';
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
    ({ ffitype, offset }) => `view.get${METHODS[ffitype.kind]}(at + ${offset}, true)`,
  );
  const source = `return function (value) {
  const { $view: view, $at: at } = value;
  return view === null ? copied(value) : new held(${reads.join(', ')});
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
      `view.set${METHODS[ffitype.kind]}(at + ${offset}, result.v${index}, true);`,
  );
  const source = `return function (result) {
  if (result.memory !== null) return inItsMemory(type, result);
  const made = created(type), { $view: view, $at: at } = made;
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
