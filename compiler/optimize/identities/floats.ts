// Identities of IEEE 754 arithmetic: only those that hold for -0, NaN and infinities too.
import type { Value } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import {
  firstOf,
  numberOf,
  operandOf,
  type Identities,
  type Identity,
  type IdentityContext,
} from './identity.ts';

const is = (value: Value | undefined, wanted: number): boolean =>
  Object.is(numberOf(value), wanted);

const neutralRight =
  (neutral: number): Identity =>
  ({ args }) =>
    is(args[1], neutral) ? (args[0] ?? null) : null;
const neutralLeft =
  (neutral: number): Identity =>
  ({ args }) =>
    is(args[0], neutral) ? (args[1] ?? null) : null;
const neutral = (value: number): Identity => firstOf(neutralRight(value), neutralLeft(value));

const negatedBy =
  (index: 0 | 1): Identity =>
  ({ args }, { make }) => {
    const other = args[1 - index];
    return other && is(args[index], -1) ? make('float_neg', [other], other.type) : null;
  };

const twice =
  (name: OpName): Identity =>
  ({ args }, context) =>
    operandOf(name, args[0], context) ?? null;

const SIGN_OPS = ['float_neg', 'float_abs'] as const;

const absOfSigned: Identity = ({ args }, context) => {
  for (const name of SIGN_OPS) {
    const operand = operandOf(name, args[0], context);
    if (operand) return context.make('float_abs', [operand], operand.type);
  }
  return null;
};

/** Already without a fraction: integers, and what was rounded before. */
function isIntegral(value: Value | undefined, context: IdentityContext): boolean {
  const op = value && context.definition(value);
  if (!op) return false;
  return op.name === 'int_to_float' || ROUNDINGS.has(op.name);
}
const ROUNDINGS: ReadonlySet<OpName> = new Set([
  'float_floor',
  'float_ceil',
  'float_trunc',
  'float_round',
] as const);

const roundingOfIntegral: Identity = ({ args }, context) =>
  isIntegral(args[0], context) ? (args[0] ?? null) : null;

export const FLOATS: Identities = {
  // x + 0 is not x for x = -0; x + -0 is.
  float_add: neutral(-0),
  float_sub: neutralRight(0),
  float_mul: firstOf(neutral(1), negatedBy(0), negatedBy(1)),
  float_div: firstOf(neutralRight(1), negatedBy(1)),
  float_neg: twice('float_neg'),
  float_abs: absOfSigned,
  float_floor: roundingOfIntegral,
  float_ceil: roundingOfIntegral,
  float_trunc: roundingOfIntegral,
  float_round: roundingOfIntegral,
};
