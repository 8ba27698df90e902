// Identities of comparisons: of a value with itself, with the ends of its type, and of floats that are integers.
import { booleanConstant, constant, TRUE, FALSE } from '../../graph/constants.ts';
import type { Value } from '../../graph/graph.ts';
import { maximum, minimum } from '../../graph/ops/values.ts';
import { INT_TYPES, BOOLEAN, type IntType } from '../../program/types.ts';
import { exactInteger } from './conversions.ts';
import {
  firstOf,
  integerOf,
  numberOf,
  operandOf,
  type Identities,
  type Identity,
  type IdentityContext,
} from './identity.ts';

export type Relation = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
const RELATIONS: readonly Relation[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];

/** `a r b` is `b MIRRORED[r] a`. */
const MIRRORED: { readonly [R in Relation]: Relation } = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  le: 'ge',
  gt: 'lt',
  ge: 'le',
};
const TRUE_OF_EQUAL: ReadonlySet<Relation> = new Set<Relation>(['eq', 'le', 'ge']);

const ofEqual =
  (relation: Relation): Identity =>
  ({ args }) =>
    args[0]?.kind === 'variable' && args[0] === args[1]
      ? booleanConstant(TRUE_OF_EQUAL.has(relation))
      : null;

/** Nothing is below the smallest or above the largest value. */
const withEnd =
  (relation: Relation): Identity =>
  ({ args }) => {
    const type = args[0]?.type;
    const bound = integerOf(args[1]);
    if (type?.kind !== 'int' || bound === undefined) return null;
    if (bound === minimum(type) && (relation === 'lt' || relation === 'ge')) {
      return booleanConstant(relation === 'ge');
    }
    if (bound === maximum(type) && (relation === 'gt' || relation === 'le')) {
      return booleanConstant(relation === 'le');
    }
    return null;
  };

/** 0 or 1 against 0 or 1 is the boolean or its opposite. */
const ofBoolean =
  (isEqual: boolean): Identity =>
  ({ args }, context) => {
    const condition = operandOf('bool_to_int', args[0], context);
    const bit = integerOf(args[1]);
    if (!condition || (bit !== 0n && bit !== 1n)) return null;
    return (bit === 1n) === isEqual ? condition : context.make('bool_not', [condition], BOOLEAN);
  };

/** Floats that were integers of 32 bits or less, compared as integers. */
const ofIntegers =
  (relation: Relation): Identity =>
  ({ args }, context) => {
    const [a, b] = [exactInteger(args[0], context), exactInteger(args[1], context)];
    if (!a || !b) return null;
    if (a.type === b.type) return context.make(`int_${relation}`, [a.value, b.value], BOOLEAN);
    const widened = [a, b].map(({ value }) => context.make('int_cast', [value], INT_TYPES.i64));
    return context.make(`int_${relation}`, widened, BOOLEAN);
  };

/** Below this every integer is a float, and rounding carries none across. */
const EXACT = 2 ** 53;

/** An integer as float against a constant: against the integer next to the constant. */
const withConstant =
  (relation: Relation): Identity =>
  ({ args }, context) => {
    const direct = againstConstant(relation, args[0], args[1], context);
    return direct ?? againstConstant(MIRRORED[relation], args[1], args[0], context);
  };

function againstConstant(
  relation: Relation,
  float: Value | undefined,
  bound: Value | undefined,
  context: IdentityContext,
): Value | null {
  const source = operandOf('int_to_float', float, context);
  const limit = numberOf(bound);
  if (source?.type.kind !== 'int' || limit === undefined || float?.type.kind !== 'float')
    return null;
  // A 64-bit integer was rounded; so was one of 32 bits to f32.
  if (
    exactInteger(float, context) === undefined &&
    !(float.type.name === 'f64' && Math.abs(limit) < EXACT)
  ) {
    return null;
  }
  return compareInteger(relation, source, source.type, limit, context);
}

function compareInteger(
  relation: Relation,
  value: Value,
  type: IntType,
  limit: number,
  { make }: IdentityContext,
): Value | null {
  if (Number.isNaN(limit)) return booleanConstant(relation === 'ne');
  const [low, high] = [Number(minimum(type)), Number(maximum(type))];
  const isBelow = relation === 'lt' || relation === 'le';
  if (relation === 'eq' || relation === 'ne') {
    if (!Number.isInteger(limit) || limit < low || limit > high)
      return booleanConstant(relation === 'ne');
  } else {
    if (limit < low) return isBelow ? FALSE : TRUE;
    if (limit > high) return isBelow ? TRUE : FALSE;
  }
  // `x < 2.5` is `x < 3`, `x > 2.5` is `x > 2`.
  const rounded = relation === 'lt' || relation === 'ge' ? Math.ceil(limit) : Math.floor(limit);
  return make(`int_${relation}`, [value, constant(type, rounded === 0 ? 0 : rounded)], BOOLEAN);
}

const forEach = (kind: 'int' | 'float', identity: (relation: Relation) => Identity): Identities =>
  Object.fromEntries(RELATIONS.map((relation) => [`${kind}_${relation}`, identity(relation)]));

export const COMPARISONS: Identities = {
  ...forEach('int', (relation) => firstOf(ofEqual(relation), withEnd(relation))),
  ...forEach('float', (relation) => firstOf(ofIntegers(relation), withConstant(relation))),
  int_eq: firstOf(ofEqual('eq'), ofBoolean(true)),
  int_ne: firstOf(ofEqual('ne'), ofBoolean(false)),
};
