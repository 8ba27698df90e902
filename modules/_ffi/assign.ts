// A function's types → the words of the frame where its arguments and its result lie.
import { classify, type RegisterKind } from './classify.ts';
import { FLOAT_COUNT, FLOATS, INTEGER_COUNT, INTEGERS, RESULT, STACK } from './frame.ts';
import type { FfiType } from './types.ts';

export interface Assignment {
  /** For each argument the words of its value, 8 bytes each. */
  readonly args: readonly (readonly number[])[];
  readonly result: readonly number[];
  /** The word of the address where a result goes that registers do not hold. */
  readonly hidden: number | null;
  readonly stack: number;
  /** 0: one result of each kind at most, 1: two integers, 2: two floating point numbers, 3: what is in st(0). */
  readonly results: 0 | 1 | 2 | 3;
}

export function assign(args: readonly FfiType[], result: FfiType): Assignment {
  const free = { integer: INTEGERS, float: FLOATS };
  const end = { integer: INTEGERS + INTEGER_COUNT, float: FLOATS + FLOAT_COUNT };
  const kinds = classify(result);
  const hidden = kinds === null ? free.integer++ : null;
  let stack = 0;
  const take = (type: FfiType): number[] => {
    const pieces = classify(type);
    // All of a value travels in registers, or nothing.
    const fits = (kind: 'integer' | 'float'): boolean =>
      free[kind] + countOf(pieces ?? [], kind) <= end[kind];
    if (pieces && isOfRegisters(pieces) && fits('integer') && fits('float'))
      return pieces.map((kind) => free[kind]++);
    if (type.alignment > 8) stack += stack % 2;
    const first = STACK + stack;
    const count = Math.ceil(type.size / 8);
    stack += count;
    return Array.from({ length: count }, (_, index) => first + index);
  };
  const places = args.map(take);
  return { args: places, hidden, stack, ...resultOf(kinds ?? ['integer']) };
}

function resultOf(kinds: readonly RegisterKind[]): Pick<Assignment, 'result' | 'results'> {
  if (!isOfRegisters(kinds)) return { result: [RESULT, RESULT + 1], results: 3 };
  const free = { integer: RESULT, float: RESULT + 2 };
  const result = kinds.map((kind) => free[kind]++);
  if (free.integer === RESULT + 2) return { result, results: 1 };
  return { result, results: free.float === RESULT + 4 ? 2 : 0 };
}

const isOfRegisters = (
  kinds: readonly RegisterKind[],
): kinds is readonly Exclude<RegisterKind, 'x87'>[] => !kinds.includes('x87');

const countOf = (kinds: readonly RegisterKind[], kind: RegisterKind): number =>
  kinds.filter((one) => one === kind).length;
