// What the rewriting of one op may ask for: its operands in the form it needs, and new ops before it.
import type { Constant, Value } from '../../graph/graph.ts';
import { constant } from '../../graph/constants.ts';
import type { OpName } from '../../graph/ops.ts';
import { INT_TYPES, type IntType, type RtsType } from '../../program/types.ts';
import { fits, join, type Fact } from './interval.ts';

/** Values in are those of the old graph, unless a comment says otherwise; values out are those of the new one. */
export interface Emit {
  /** A new op of values of the new graph. */
  readonly op: (name: OpName, args: readonly Value[], type: RtsType) => Value;
  /** A safe f64 as an integer of this type, wrapped if it does not fit. */
  readonly integer: (value: Value, type: IntType) => Value;
  /** In its own type: f64s that are held as integers are converted. */
  readonly plain: (value: Value) => Value;
  /** At the op being rewritten. */
  readonly fact: (value: Value) => Fact;
  /** The machine type of a variable that is held as an integer. */
  readonly held: (value: Value) => IntType | null;
  /** Made once for a value and a purpose, where it is defined if that runs less often than the use. */
  readonly once: (value: Value, purpose: string, make: (emit: Emit) => Value) => Value;
}

const { i32, u32, isize, usize } = INT_TYPES;

export const integerConstant = (type: IntType, value: number): Constant =>
  constant(type, BigInt(value));

export const cast = (emit: Emit, value: Value, type: IntType): Value =>
  value.type === type ? value : emit.op('int_cast', [value], type);

/** The narrowest of the types given that holds all the values, else i32, u32 or isize. */
export function covering(facts: readonly Fact[], preferred: readonly (IntType | null)[]): IntType {
  const all = facts.reduce(join);
  const holds = (type: IntType | null): type is IntType =>
    type !== null && fits(type, all.lo, all.hi);
  const narrow = [i32, u32].find(holds);
  return preferred.find(holds) ?? narrow ?? isize;
}

/** For divisions: unsigned where no value is negative, 32 bits where they suffice, as both are cheaper. */
export function dividing(facts: readonly Fact[]): IntType {
  const all = facts.reduce(join);
  if (all.lo >= 0) return fits(u32, all.lo, all.hi) ? u32 : usize;
  return fits(i32, all.lo, all.hi) ? i32 : isize;
}
