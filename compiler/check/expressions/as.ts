// `e as T`, `<T>e` → a conversion that keeps every value, or an error; between classes a cast.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { assertClass } from '../classes/assert-class.ts';
import { ERROR_TYPE } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { literalValue } from '../numbers/literal.ts';
import { fitsByForm, isLossless, isNumeric } from '../numbers/lossless.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';
import { assertMember } from '../unions/assert-member.ts';

export const asExpression: ExpressionHandler<ts.AssertionExpression> = (
  node,
  context,
  expected,
) => {
  if (tsc.isConstTypeReference(node.type)) return context.expression(node.expression, expected);
  const type = context.type(node.type);
  const value = context.expression(node.expression, type === ERROR_TYPE ? null : type);
  if (type === ERROR_TYPE || value.type === ERROR_TYPE) return context.failed(node);
  const cast = assertClass(value, type, node, context) ?? assertMember(value, type, node, context);
  if (cast) return cast;
  const lossy =
    isNumeric(type) &&
    isNumeric(value.type) &&
    value.type !== type &&
    literalValue(value) === undefined &&
    !isLossless(value.type, type) &&
    !fitsByForm(value, type);
  if (lossy)
    return context.fail(E.lossyAssertion, node, { from: typeText(value.type), to: typeText(type) });
  return context.convert(value, type, node);
};
