// `typeof x` outside of a comparison → a constant text, where the type alone tells it.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { STRING } from '../../program/types.ts';
import { sequence } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { constant } from '../numbers/literal.ts';
import { byMember } from '../unions/member-test.ts';
import { typeofName } from '../../program/members.ts';

export const typeofExpression: ExpressionHandler<ts.TypeOfExpression> = (node, context) => {
  const value = context.expression(node.expression);
  if (value.type === ERROR_TYPE) return value;
  if (value.type.kind === 'nullable') return context.fail(E.typeofValue, node, {});
  const span = context.span(node);
  if (value.type.kind === 'union')
    return byMember(value, value.type, node, context, (member) =>
      constant(STRING, typeofName(member.type), span),
    );
  return sequence([value], constant(STRING, typeofName(value.type), span), span);
};
