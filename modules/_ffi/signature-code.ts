// A signature → x86-64 instructions between the frame and the registers that it uses.
import type { Assignment } from './assign.ts';
import type { CallBody } from './frame-code.ts';
import { STACK } from './frame.ts';
import { type Move, type Stored, storeResult, toRax, toRegister } from './register-moves.ts';
import { isStructure, type StructureType } from './structure-type.ts';
import type { FfiType } from './types.ts';

const STORED: { readonly [K in FfiType['kind']]?: Stored } = {
  float: 'float',
  double: 'double',
  pointer: 'halves',
  char_p: 'halves',
  unichar_p: 'halves',
  slong: 'halves',
  ulong: 'halves',
};

export function movesOf(args: readonly FfiType[], assignment: Assignment): readonly Move[] {
  const moves = args.flatMap((type, index) =>
    (assignment.args[index] ?? []).map((word, piece): Move => ({
      word,
      stored: isStructure(type) ? pieceOf(type, piece) : (STORED[type.kind] ?? 'int'),
    })),
  );
  const { hidden } = assignment;
  return hidden === null ? moves : [...moves, { word: hidden, stored: 'halves' }];
}

const pieceOf = ({ held, fields }: StructureType, piece: number): Stored =>
  held && fields.some(({ ffitype, offset }) => offset === 8 * piece && ffitype.kind === 'double')
    ? 'double'
    : 'halves';

/** `results`: the words of the frame where they go. */
export function signatureBody(moves: readonly Move[], results: readonly number[]): CallBody {
  const stack = moves.filter(({ word }) => word >= STACK).toSorted((a, b) => b.word - a.word);
  const before = [
    stack.length % 2 === 1 ? [0x50] : [], // push rax
    stack.flatMap((move) => [...toRax(move), 0x50]), // push rax
    moves.filter(({ word }) => word < STACK).flatMap(toRegister),
  ].flat();
  return { before, after: results.flatMap(storeResult) };
}
