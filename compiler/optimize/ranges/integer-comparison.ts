// A comparison of f64s → one of integers. The side that is no safe integer is rounded to the integer bound that
// means the same: i < n is i < ceil(n). For a variable that is done once, outside the loop, so that the loop's number
// of iterations can be computed on its entry.
import { booleanConstant, f64Constant } from '../../graph/constants.ts';
import type { Op, Value } from '../../graph/graph.ts';
import { BOOLEAN, F64, INT_TYPES } from '../../program/types.ts';
import { covering, integerConstant, type Emit } from './emit.ts';
import { integers, isSafe } from './interval.ts';

type Relation = 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne';

const SWAPPED: { readonly [R in Relation]: Relation } = {
  lt: 'gt',
  le: 'ge',
  gt: 'lt',
  ge: 'le',
  eq: 'eq',
  ne: 'ne',
};

export function emitComparison(emit: Emit, op: Op): Value {
  const relation = op.name.slice('float_'.length) as Relation;
  const [a, b] = op.args as [Value, Value];
  if (!isSafe(emit.fact(b))) return compareWithAny(emit, relation, a, b);
  if (!isSafe(emit.fact(a))) return compareWithAny(emit, SWAPPED[relation], b, a);
  const type = covering([emit.fact(a), emit.fact(b)], [emit.held(a), emit.held(b)]);
  return emit.op(`int_${relation}`, [emit.integer(a, type), emit.integer(b, type)], BOOLEAN);
}

function compareWithAny(emit: Emit, relation: Relation, integer: Value, any: Value): Value {
  if (any.kind === 'constant')
    return compareWithConstant(emit, relation, integer, Number(any.value));
  const { isize } = INT_TYPES;
  const bound = emit.once(any, `bound ${relation}`, (at) => emitBound(at, relation, any));
  return emit.op(`int_${relation}`, [emit.integer(integer, isize), bound], BOOLEAN);
}

const roundsUp = (relation: Relation): boolean => relation === 'lt' || relation === 'ge';

function compareWithConstant(emit: Emit, relation: Relation, integer: Value, limit: number): Value {
  const bound = roundsUp(relation) ? Math.ceil(limit) : Math.floor(limit);
  const isWhole = bound === limit;
  if (relation === 'eq' || relation === 'ne' || Number.isNaN(limit)) {
    if (!isWhole || !Number.isSafeInteger(limit)) return booleanConstant(relation === 'ne');
  }
  if (!Number.isSafeInteger(bound)) {
    return booleanConstant((relation === 'lt' || relation === 'le') === limit > 0);
  }
  const type = covering([emit.fact(integer), integers(bound, bound)], [emit.held(integer)]);
  const args = [emit.integer(integer, type), integerConstant(type, bound)];
  return emit.op(`int_${relation}`, args, BOOLEAN);
}

/** Beyond every safe integer, and safely inside isize. */
const FAR = 2 ** 62;

/** The bound as isize. NaN, of which every ordering is false, becomes the end that makes it false. */
function emitBound(emit: Emit, relation: Relation, any: Value): Value {
  const value = emit.plain(any);
  const isNumber = emit.op('float_eq', [value, value], BOOLEAN);
  const least = relation === 'lt' || relation === 'le';
  const otherwise = f64Constant(least ? -FAR : FAR);
  const number = emit.op('select', [isNumber, value, otherwise], F64);
  const rounded = emit.op(roundsUp(relation) ? 'float_ceil' : 'float_floor', [number], F64);
  const below = emit.op('float_min', [rounded, f64Constant(FAR)], F64);
  const between = emit.op('float_max', [below, f64Constant(-FAR)], F64);
  return emit.op('float_to_int_exact', [between], INT_TYPES.isize);
}
