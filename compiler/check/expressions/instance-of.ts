// `e instanceof C` → a test of the object's class.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { BOOLEAN } from '../../program/types.ts';
import { sequence } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { isAbsent, baseOf } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../type-text.ts';

export const instanceOf: ExpressionHandler<ts.BinaryExpression> = (node, context) => {
  const operand = context.expression(node.left);
  const symbol = context.symbol(node.right);
  const binding = symbol && context.binding(symbol);
  if (!symbol || binding?.kind !== 'class') {
    if (binding?.kind !== 'error') context.report(E.instanceofOperator, node.right, {});
    return context.failed(node);
  }
  const declaration = context.classes.declaration(symbol);
  if (declaration?.node.typeParameters) return context.fail(E.instanceofGeneric, node.right, {});
  const found = declaration && context.classes.plain(declaration);
  if (operand.type === ERROR_TYPE || !found) return context.failed(node);
  const span = context.span(node);
  if (isAbsent(operand)) return sequence([operand], constant(BOOLEAN, false, span), span);
  if (!context.classes.of(baseOf(operand.type)))
    return context.fail(E.wrongType, node.left, {
      from: typeText(operand.type),
      to: typeText(found.type),
    });
  return { kind: 'instance-of', operand, class: found.type, type: BOOLEAN, span };
};
