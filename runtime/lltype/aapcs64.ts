// Low-level type → how C passes a value of it on 64-bit ARM (Procedure Call Standard for the Arm 64-bit Architecture, 6.8 and 6.9).
// LLVM itself counts the registers: what does not fit into those that are left goes to the stack whole.
import { alignOf, sizeOf } from './layout.ts';
import { type CAbi, type Leaf, leavesOf, type Passed } from './passing.ts';
import type { LowLevelType, MachineType } from './types.ts';

const scalar = (type: string): Passed => ({ kind: 'scalar', type, attribute: '' });

/** Who gets a narrow integer extends it: the bits above are anything. */
const MACHINE: { readonly [M in MachineType]: Passed } = {
  i8: scalar('i8'),
  u8: scalar('i8'),
  bool: scalar('i1'),
  i16: scalar('i16'),
  u16: scalar('i16'),
  i32: scalar('i32'),
  u32: scalar('i32'),
  i64: scalar('i64'),
  u64: scalar('i64'),
  f32: scalar('float'),
  f64: scalar('double'),
  f80: scalar('fp128'),
  void: { kind: 'nothing' },
};

const POINTER = scalar('i8*');
const WORD = 8;
/** Structures of more bytes travel in memory, unless they are homogeneous. */
const MOST = 16;
const MOST_MEMBERS = 4;

const FLOATS: { readonly [M in MachineType]?: string } = {
  f32: 'float',
  f64: 'double',
  f80: 'fp128',
};

function classify(type: LowLevelType): Passed {
  if (type.kind === 'primitive') return MACHINE[type.machine];
  if (type.kind === 'ptr' || type.kind === 'func' || type.kind === 'array') return POINTER;
  const size = sizeOf(type);
  if (size === 0) return { kind: 'nothing' };
  const floats = homogeneous(leavesOf(type, 0), size);
  if (floats !== null)
    return { kind: 'pieces', pieces: [{ type: floats, offset: 0, bytes: size }] };
  if (size > MOST) return { kind: 'memory', size, align: Math.max(alignOf(type), WORD) };
  return { kind: 'pieces', pieces: [{ ...words(type, size), offset: 0 }] };
}

/** One to four floats of one kind and nothing else, members of unions counted once; null for other structures. */
function homogeneous(leaves: readonly Leaf[], size: number): string | null {
  const [first] = leaves;
  const type = first && FLOATS[first.machine];
  if (!first || type === undefined || leaves.some(({ machine }) => machine !== first.machine))
    return null;
  const places = new Set(leaves.map(({ offset }) => offset));
  const isWhole = places.size * first.size === size;
  return isWhole && places.size <= MOST_MEMBERS ? `[${places.size} x ${type}]` : null;
}

function words(
  type: LowLevelType,
  size: number,
): { readonly type: string; readonly bytes: number } {
  if (size <= WORD) return { type: `i${size * 8}`, bytes: size };
  // Of the members: an alignment that a structure is given as a whole does not count.
  const isAligned = alignOf(type) > WORD && leavesOf(type, 0).some(({ align }) => align > WORD);
  return { type: isAligned ? 'i128' : '[2 x i64]', bytes: MOST };
}

export const AAPCS64: CAbi = {
  longDouble: 'fp128',
  inMemory: 'by address',
  classify,
  arguments: () => classify,
};
