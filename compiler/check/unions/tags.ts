// `x.kind === 'circle'` and `switch (x.kind)` where the field is a tag in all members of the union of x → tests of the member.
import type ts from 'typescript';
import { tagOf } from '../../program/members.ts';
import type { CompareOperator, Expression } from '../../program/nodes.ts';
import type { UnionType } from '../../program/types.ts';
import { not, once } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { literalValue } from '../numbers/literal.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { isOneOf } from './member-test.ts';

export interface TagRead {
  readonly object: ts.Expression;
  readonly field: string;
  readonly union: UnionType;
}

/** undefined where the expression reads no tag of a union. */
export function tagRead(node: ts.Expression, context: Context): TagRead | undefined {
  const inner = skipParentheses(node);
  if (!tsc.isPropertyAccessExpression(inner) || inner.questionDotToken) return undefined;
  const written = context.checker.getTypeAtLocation(inner.expression);
  if (!written.isUnion()) return undefined;
  const isObject = written.types.every(({ flags }) => flags & tsc.TypeFlags.Object);
  const union = isObject ? context.typeFromTs(written, inner.expression) : undefined;
  const field = inner.name.text;
  if (union?.kind !== 'union') return undefined;
  const isTag = union.members.every((member) => tagOf(member, field) !== undefined);
  return isTag ? { object: inner.expression, field, union } : undefined;
}

/** The members whose tag is `value`; undefined where the value is not known now. */
export function membersWith(
  { union, field }: TagRead,
  value: Expression,
): UnionType['members'] | undefined {
  const known = literalValue(value) ?? (value.kind === 'constant' ? value.value : undefined);
  if (known === undefined || known === null) return undefined;
  return union.members.filter((member) => tagOf(member, field) === known);
}

/** undefined for other comparisons. */
export function tagTest(
  node: ts.BinaryExpression,
  operator: CompareOperator,
  context: Context,
): Expression | undefined {
  if (operator !== '===' && operator !== '!==') return undefined;
  const [tag, other] = [tagRead(node.left, context), node.right];
  if (!tag || !isConstant(other, context)) return undefined;
  const object = context.expression(tag.object);
  const value = context.expression(other);
  const members = membersWith(tag, value);
  if (object.type !== tag.union || !members) return undefined;
  const test = once('tested', object, context, (kept) =>
    isOneOf(kept, tag.union, members, node, context),
  );
  if (test.type === ERROR_TYPE) return test;
  return operator === '===' ? test : not(test, test.span);
}

const isConstant = (node: ts.Expression, { checker }: Context): boolean =>
  (checker.getTypeAtLocation(node).flags & tsc.TypeFlags.Literal) !== 0;
