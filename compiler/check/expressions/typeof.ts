// `typeof x` outside of a comparison → a constant text, where the type alone tells it.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { STRING } from '../../program/types.ts';
import { conditional, once, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { isNull, isPresent, unwrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { askOperator } from '../space/ask-operator.ts';
import { isLiveType } from '../space/live-type.ts';
import { byMember } from '../unions/member-test.ts';
import { typeofName } from '../../program/members.ts';

export const typeofExpression: ExpressionHandler<ts.TypeOfExpression> = (node, context) => {
  const value = context.expression(node.expression);
  if (value.type === ERROR_TYPE) return value;
  if (isLiveType(value.type))
    return askOperator('typeOf', [value], STRING, context.span(node), context);
  return value.type.kind === 'nullable' || value.type.kind === 'union'
    ? once('value', value, context, (kept) => nameOf(kept, node, context))
    : nameOf(value, node, context);
};

function nameOf(value: Expression, node: ts.Node, context: Context): Expression {
  const { type, span } = value;
  const text = (name: string): Expression => constant(STRING, name, span);
  if (type.kind === 'union')
    return byMember(value, type, node, context, (member) => text(typeofName(member.type)));
  if (type.kind !== 'nullable') return sequence([value], text(typeofName(type)), span);
  const present = nameOf(unwrap(value, span), node, context);
  if (present.type === ERROR_TYPE) return present;
  // `typeof null` is 'object' (ECMA-262 13.5.3).
  const nothing = conditional(isNull(value, span), text('object'), text('undefined'), span);
  return conditional(isPresent(value, span), present, nothing, span);
}
