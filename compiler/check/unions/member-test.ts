// Which member of a union a value is → tests of the object, one for each member that it may be.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { markOf } from '../../program/members.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, type ObjectType, type RtsType, type UnionType } from '../../program/types.ts';
import { logical, sequence } from '../build.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../type-text.ts';

export const objectMembers = (union: UnionType): readonly ObjectType[] =>
  union.members.filter((one): one is ObjectType => one.kind === 'object');

/** `value` is a local of type `union`. */
export function isOneOf(
  value: Expression,
  union: UnionType,
  members: readonly RtsType[],
  node: ts.Node,
  context: Context,
): Expression {
  const span = context.span(node);
  if (members.length === 0 || members.length === union.members.length)
    return sequence([value], constant(BOOLEAN, members.length > 0, span), span);
  let found: Expression | undefined;
  for (const member of members) {
    if (member.kind !== 'object' || !markOf(member, union))
      return context.fail(E.unionTest, node, { member: typeText(member), type: typeText(union) });
    const test: Expression = { kind: 'is-member', operand: value, member, type: BOOLEAN, span };
    found = found ? logical('||', found, test, span) : test;
  }
  return found ?? constant(BOOLEAN, false, span);
}
