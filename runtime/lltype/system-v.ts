// Low-level type → how C passes a value of it on x86-64 Unix: in which registers, or in memory (System V ABI 3.2.3).
import { alignOf, sizeOf } from './layout.ts';
import { type CAbi, type Leaf, leavesOf, type Passed, type Piece } from './passing.ts';
import type { LowLevelType, MachineType } from './types.ts';

const scalar = (type: string, attribute = ''): Passed => ({ kind: 'scalar', type, attribute });

/** The caller extends integers narrower than 32 bits, as compilers do it. */
const MACHINE: { readonly [M in MachineType]: Passed } = {
  i8: scalar('i8', 'signext'),
  u8: scalar('i8', 'zeroext'),
  bool: scalar('i1', 'zeroext'),
  i16: scalar('i16', 'signext'),
  u16: scalar('i16', 'zeroext'),
  i32: scalar('i32'),
  u32: scalar('i32'),
  i64: scalar('i64'),
  u64: scalar('i64'),
  f32: scalar('float'),
  f64: scalar('double'),
  f80: scalar('x86_fp80'),
  void: { kind: 'nothing' },
};

const POINTER = scalar('i8*');
const EIGHTBYTE = 8;
/** Structures of more bytes travel in memory. */
const MOST = 16;

function classify(type: LowLevelType): Passed {
  if (type.kind === 'primitive') return MACHINE[type.machine];
  if (type.kind === 'ptr' || type.kind === 'func' || type.kind === 'array') return POINTER;
  return classifyBytes(type);
}

function classifyBytes(type: LowLevelType): Passed {
  const [size, align] = [sizeOf(type), Math.max(alignOf(type), EIGHTBYTE)];
  const inMemory = { kind: 'memory', size, align } as const;
  const leaves = leavesOf(type, 0);
  if (size > MOST || leaves.some(({ offset, align: wanted }) => offset % wanted !== 0))
    return inMemory;
  const [low, high] = classesOf(leaves);
  if (low === 'memory' || high === 'memory' || (high === 'x87up' && low !== 'x87')) return inMemory;
  // One alone is a result in st(0). Arguments of it are on the stack.
  if (low === 'x87' && high === 'x87up')
    return { kind: 'pieces', pieces: [{ type: 'x86_fp80', offset: 0, bytes: MOST }] };
  const pieces: Piece[] = [];
  for (let offset = 0; offset < size; offset += EIGHTBYTE) {
    const inside = leaves.filter(
      (leaf) => leaf.offset < offset + EIGHTBYTE && leaf.offset + leaf.size > offset,
    );
    if (inside.length > 0) pieces.push(pieceOf(inside, offset, Math.min(EIGHTBYTE, size - offset)));
  }
  return pieces.length === 0 ? { kind: 'nothing' } : { kind: 'pieces', pieces };
}

type WordClass = 'none' | 'integer' | 'sse' | 'x87' | 'x87up' | 'memory';

/** Of the two eightbytes: the members' classes are merged in their order, which matters. */
function classesOf(leaves: readonly Leaf[]): readonly [WordClass, WordClass] {
  const words: [WordClass, WordClass] = ['none', 'none'];
  for (const { offset, machine } of leaves) {
    const word = offset < EIGHTBYTE ? 0 : 1;
    if (machine === 'f80') {
      words[0] = merged(words[0], 'x87');
      words[1] = merged(words[1], 'x87up');
    } else words[word] = merged(words[word], FLOATS.has(machine) ? 'sse' : 'integer');
  }
  return words;
}

/** 3.2.3, the rules (a) to (f). */
function merged(one: WordClass, other: WordClass): WordClass {
  if (one === other || other === 'none') return one;
  if (one === 'none') return other;
  if (one === 'memory' || other === 'memory') return 'memory';
  return one === 'integer' || other === 'integer' ? 'integer' : 'memory';
}

const FLOATS: ReadonlySet<MachineType> = new Set(['f32', 'f64']);

function pieceOf(leaves: readonly Leaf[], offset: number, bytes: number): Piece {
  const isFloat = leaves.every(({ machine }) => FLOATS.has(machine));
  if (!isFloat) return { type: `i${bytes * 8}`, offset, bytes };
  if (leaves.some(({ machine }) => machine === 'f64')) return { type: 'double', offset, bytes };
  return { type: bytes > 4 ? '<2 x float>' : 'float', offset, bytes };
}

type RegisterClass = 'integer' | 'sse' | 'x87';

function classOf(type: string): RegisterClass {
  if (type === 'x86_fp80') return 'x87';
  return /float|double/.test(type) ? 'sse' : 'integer';
}

/** The address of a result in memory is the first argument. A structure goes into registers whole or not at all. */
function argumentsAfter(result: Passed): (type: LowLevelType) => Passed {
  const left = { integer: result.kind === 'memory' ? 5 : 6, sse: 8, x87: 0 };
  const take = (wanted: RegisterClass, count: number): void => {
    left[wanted] = Math.max(0, left[wanted] - count);
  };
  return (type) => {
    const passed = classify(type);
    if (passed.kind === 'scalar') take(classOf(passed.type), 1);
    if (passed.kind !== 'pieces') return passed;
    const count = (wanted: RegisterClass): number =>
      passed.pieces.filter((piece) => classOf(piece.type) === wanted).length;
    const classes = ['integer', 'sse', 'x87'] as const;
    if (classes.some((one) => count(one) > left[one]))
      return { kind: 'memory', size: sizeOf(type), align: Math.max(alignOf(type), EIGHTBYTE) };
    for (const one of classes) take(one, count(one));
    return passed;
  };
}

export const SYSTEM_V: CAbi = {
  longDouble: 'x86_fp80',
  inMemory: 'among arguments',
  classify,
  arguments: argumentsAfter,
};
