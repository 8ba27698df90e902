// Identities of wrapping integer arithmetic.
import { constant } from '../../graph/constants.ts';
import type { Op, Value } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import type { IntType } from '../../program/types.ts';
import { firstOf, integerOf, operandOf, type Identities, type Identity } from './identity.ts';

const typeOf = ({ args }: Op): IntType | null =>
  args[0]?.type.kind === 'int' ? args[0].type : null;

/** `x op neutral` is x. */
const neutralRight =
  (neutral: bigint): Identity =>
  ({ args }) =>
    integerOf(args[1]) === neutral ? (args[0] ?? null) : null;
const neutralLeft =
  (neutral: bigint): Identity =>
  ({ args }) =>
    integerOf(args[0]) === neutral ? (args[1] ?? null) : null;
const neutral = (value: bigint): Identity => firstOf(neutralRight(value), neutralLeft(value));

/** `x op zero` is zero. */
const absorbing =
  (value: bigint): Identity =>
  ({ args }) =>
    args.find((arg) => integerOf(arg) === value) ?? null;

const ofEqual =
  (result: (operand: Value, type: IntType) => Value): Identity =>
  (op) => {
    const type = typeOf(op);
    const [a, b] = op.args;
    return type && a && a === b ? result(a, type) : null;
  };
const zeroOfEqual = ofEqual((_, type) => constant(type, 0));
const sameOfEqual = ofEqual((operand) => operand);

/** All bits set: -1, or the largest value of an unsigned type. */
const withAllBits =
  (result: (other: Value, ones: Value) => Value): Identity =>
  (op) => {
    const type = typeOf(op);
    const ones = type && BigInt(constant(type, -1).value as number | bigint);
    const [a, b] = op.args;
    if (!a || !b || ones === null) return null;
    if (integerOf(b) === ones) return result(a, b);
    return integerOf(a) === ones ? result(b, a) : null;
  };

/** The count is taken modulo the width. */
const shiftByNothing: Identity = (op) => {
  const type = typeOf(op);
  const count = integerOf(op.args[1]);
  if (!type || count === undefined) return null;
  return BigInt.asUintN(64, count) % BigInt(type.bits) === 0n ? (op.args[0] ?? null) : null;
};

const twice =
  (name: OpName): Identity =>
  ({ args }, context) =>
    operandOf(name, args[0], context) ?? null;

/** (x + 1) + 2 is x + 3, also where it wraps. */
const addChain: Identity = (op, context) => {
  const type = typeOf(op);
  const [x, by] = splitSum(op);
  const inner = x && context.definition(x);
  if (!type || !inner || by === undefined || inner.name !== 'int_add') return null;
  const [y, more] = splitSum(inner);
  if (!y || more === undefined) return null;
  return context.make('int_add', [y, constant(type, by + more)], type);
};

/** The operand that is not constant, and the constant. */
function splitSum({ args }: Op): readonly [Value?, bigint?] {
  const [a, b] = args;
  const [left, right] = [integerOf(a), integerOf(b)];
  if (left === undefined && right !== undefined && a) return [a, right];
  return right === undefined && left !== undefined && b ? [b, left] : [];
}

const zeroOfDivisionByOne: Identity = (op) => {
  const type = typeOf(op);
  return type && integerOf(op.args[1]) === 1n ? constant(type, 0) : null;
};

export const INTEGERS: Identities = {
  int_add: firstOf(neutral(0n), addChain),
  int_sub: firstOf(neutralRight(0n), zeroOfEqual),
  int_mul: firstOf(neutral(1n), absorbing(0n)),
  int_div_nonzero: neutralRight(1n),
  int_rem_nonzero: zeroOfDivisionByOne,
  int_and: firstOf(
    absorbing(0n),
    sameOfEqual,
    withAllBits((other) => other),
  ),
  int_or: firstOf(
    neutral(0n),
    sameOfEqual,
    withAllBits((_, ones) => ones),
  ),
  int_xor: firstOf(neutral(0n), zeroOfEqual),
  int_shl: shiftByNothing,
  int_shr: shiftByNothing,
  int_ushr: shiftByNothing,
  int_neg: twice('int_neg'),
  int_invert: twice('int_invert'),
  int_bswap: twice('int_bswap'),
};
