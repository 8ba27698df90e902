// Which member of a union a value is → tests of the value, one for each member that it may be.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { markOf } from '../../program/members.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, type ObjectType, type RtsType, type UnionType } from '../../program/types.ts';
import { conditional, convertTo, logical, not, once, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isPresent } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../../program/type-text.ts';

export const objectMembers = (union: UnionType): readonly ObjectType[] =>
  union.members.filter((one): one is ObjectType => one.kind === 'object');

/** `value` is a local of type `union`, or of what may be absent as well and is of no member then. */
export function isOneOf(
  value: Expression,
  union: UnionType,
  members: readonly RtsType[],
  node: ts.Node,
  context: Context,
): Expression {
  const span = context.span(node);
  const others = union.members.filter((one) => !members.includes(one));
  if (members.length === 0) return sequence([value], constant(BOOLEAN, false, span), span);
  if (others.length === 0) return isPresent(value, span);
  const unmarked = members.find((one) => !isTestable(one, union));
  if (!unmarked) return anyOf(value, members, span);
  if (others.every((one) => isTestable(one, union))) {
    const isOther = not(anyOf(value, others, span), span);
    return value.type.kind === 'nullable'
      ? logical('&&', isPresent(value, span), isOther, span)
      : isOther;
  }
  return context.fail(E.unionTest, node, { member: typeText(unmarked), type: typeText(union) });
}

/** Functions have no mark of their own in compiled code: they are what is left. */
export const isTestable = (member: RtsType, union: UnionType): boolean =>
  member.kind !== 'function' && markOf(member, union) !== null;

function anyOf(
  value: Expression,
  members: readonly RtsType[],
  span: Expression['span'],
): Expression {
  const tests = members.map((member): Expression => ({
    kind: 'is-member',
    operand: value,
    member,
    type: BOOLEAN,
    span,
  }));
  return tests.reduce((left, right) => logical('||', left, right, span));
}

/** `body` of what the value is, by member: all of one type. Evaluates the value once. */
export function byMember(
  value: Expression,
  union: UnionType,
  node: ts.Node,
  context: Context,
  body: (member: Expression) => Expression,
): Expression {
  const span = context.span(node);
  const ordered = [...union.members].sort(
    (a, b) => Number(isTestable(a, union)) - Number(isTestable(b, union)),
  );
  return once('value', value, context, (kept) => {
    let found: Expression | undefined;
    for (const member of ordered) {
      const made = body(convertTo('downcast', kept, member, span));
      if (made.type === ERROR_TYPE) return made;
      const test = found && isOneOf(kept, union, [member], node, context);
      if (test?.type === ERROR_TYPE) return test;
      found = test && found ? conditional(test, made, found, span) : made;
    }
    return found ?? context.failed(node);
  });
}
