// A signature → x86-64 instructions between the frame and the registers that it uses.
import type { Assignment } from './assign.ts';
import type { CallBody } from './frame-code.ts';
import { STACK } from './frame.ts';
import {
  type Move,
  type Stored,
  storeExtended,
  storeResult,
  toRax,
  toRegister,
} from './register-moves.ts';
import { isStructure, type StructureType } from './structure-type.ts';
import type { FfiType } from './types.ts';

const STORED: { readonly [K in FfiType['kind']]?: Stored } = {
  float: 'float',
  double: 'double',
  longdouble: 'halves',
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

/** Of a function that gives nothing. */
export const NO_RESULT: Pick<Assignment, 'result' | 'results'> = { result: [], results: 0 };

export function signatureBody(
  moves: readonly Move[],
  { result, results }: Pick<Assignment, 'result' | 'results'>,
): CallBody {
  const last = Math.max(STACK - 1, ...moves.map(({ word }) => word));
  const count = last + 1 - STACK;
  // An even number of words, some of them only there for what is behind them.
  const stack = Array.from({ length: count + (count % 2) }, (_, index) =>
    moves.find(({ word }) => word === STACK + index),
  );
  const before = [
    stack.toReversed().flatMap((move) => [...(move ? toRax(move) : []), 0x50]), // push rax
    moves.filter(({ word }) => word < STACK).flatMap(toRegister),
  ].flat();
  return { before, after: results === 3 ? storeExtended() : result.flatMap(storeResult) };
}
