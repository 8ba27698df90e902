// `===` where an operand is of a union with numbers, strings or booleans → a comparison for each member that both may be.
import type ts from 'typescript';
import { typeofName } from '../../program/members.ts';
import type { Expression } from '../../program/nodes.ts';
import {
  BOOLEAN,
  hasIdentity,
  nullableOf,
  unionOf,
  type RtsType,
  type UnionType,
} from '../../program/types.ts';
import { compare, conditional, convertTo, logical, not, once } from '../build.ts';
import { commonType } from '../common-type.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { baseOf, isAbsent, isNull, isPresent, isUndefined } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';

const isMixed = (type: RtsType): boolean => type.kind === 'union' && !hasIdentity(type);

/** undefined for other operands. */
export function unionEquality(
  left: Expression,
  right: Expression,
  loose: boolean,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  if (isAbsent(left) || isAbsent(right)) return undefined;
  if (!isMixed(baseOf(left.type)) && !isMixed(baseOf(right.type))) return undefined;
  return once('left', left, context, (a) =>
    once('right', right, context, (b) => {
      const equal =
        withMember(a, b, node, context) ??
        withMember(b, a, node, context) ??
        ofOneType(a, b, node, context);
      if (!loose || equal.type === ERROR_TYPE) return equal;
      const span = context.span(node);
      const absent = logical('&&', isAbsentNow(a, span), isAbsentNow(b, span), span);
      return logical('||', equal, absent, span);
    }),
  );
}

const isAbsentNow = (value: Expression, span: Expression['span']): Expression =>
  value.type.kind === 'nullable'
    ? not(isPresent(value, span), span)
    : constant(BOOLEAN, false, span);

/** `other` is of one member and never absent: one test, one comparison. */
function withMember(
  value: Expression,
  other: Expression,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const union = baseOf(value.type);
  const { type } = other;
  if (union.kind !== 'union' || type.kind === 'nullable' || type.kind === 'union') return undefined;
  const span = context.span(node);
  const member = union.members.find(
    (one) => typeofName(one) === typeofName(type) && !hasIdentity(one),
  );
  if (!member) return undefined;
  const mine = convertTo('downcast', value, member, span);
  const wanted = context.convert(other, member, node);
  if (wanted.type === ERROR_TYPE) return wanted;
  return logical('&&', isMember(value, member, span), compare('===', mine, wanted, span), span);
}

function ofOneType(
  left: Expression,
  right: Expression,
  node: ts.Node,
  context: Context,
): Expression {
  const type = unionOfBoth(left, right);
  const union = baseOf(type);
  const [a, b] = [context.convert(left, type, node), context.convert(right, type, node)];
  if (a.type === ERROR_TYPE || b.type === ERROR_TYPE || union.kind !== 'union')
    return context.failed(node);
  return once('left', a, context, (x) =>
    once('right', b, context, (y) => equalMembers(x, y, union, context.span(node))),
  );
}

/** What holds both, with null or undefined where one of them may be. */
function unionOfBoth(left: Expression, right: Expression): RtsType {
  const known = commonType(left, right);
  if (known) return known;
  const [a, b] = [left.type, right.type];
  const joined = unionOf([baseOf(a), baseOf(b)]);
  const nullables = [a, b].filter((type) => type.kind === 'nullable');
  return nullables.length === 0
    ? joined
    : nullableOf(
        joined,
        nullables.some(({ allowsNull }) => allowsNull),
        nullables.some(({ allowsUndefined }) => allowsUndefined),
      );
}

function equalMembers(
  a: Expression,
  b: Expression,
  union: UnionType,
  span: Expression['span'],
): Expression {
  const rest = sameObject(a, b, union, span);
  return union.members
    .filter((member) => !hasIdentity(member))
    .reduce<Expression>((others, member) => {
      const [x, y] = [a, b].map((one) => convertTo('downcast', one, member, span));
      if (!x || !y) return others;
      const equal = logical('&&', isMember(b, member, span), compare('===', x, y, span), span);
      return conditional(isMember(a, member, span), equal, others, span);
    }, rest);
}

/** What is no number, string or boolean: objects, and what is absent. */
function sameObject(
  a: Expression,
  b: Expression,
  { members }: UnionType,
  span: Expression['span'],
): Expression {
  const objects = members.filter(hasIdentity);
  const { type } = a;
  if (objects.length > 0) {
    const base = unionOf(objects);
    const to =
      type.kind === 'nullable' ? nullableOf(base, type.allowsNull, type.allowsUndefined) : base;
    return compare(
      '===',
      convertTo('downcast', a, to, span),
      convertTo('downcast', b, to, span),
      span,
    );
  }
  if (type.kind !== 'nullable') return constant(BOOLEAN, false, span);
  const both = (test: typeof isNull): Expression =>
    logical('&&', test(a, span), test(b, span), span);
  return logical('||', both(isNull), both(isUndefined), span);
}

const isMember = (operand: Expression, member: RtsType, span: Expression['span']): Expression => ({
  kind: 'is-member',
  operand,
  member,
  type: BOOLEAN,
  span,
});
