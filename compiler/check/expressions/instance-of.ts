// `e instanceof C` → a test of the object's class.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_CLASSES, isErrorName } from '../../program/error-classes.ts';
import { BOOLEAN, isClassType, type ObjectType } from '../../program/types.ts';
import { sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { libraryName } from '../library/library-name.ts';
import { isAbsent, baseOf } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../type-text.ts';

export const instanceOf: ExpressionHandler<ts.BinaryExpression> = (node, context) => {
  const operand = context.expression(node.left);
  const type = testedClass(node.right, context);
  if (operand.type === ERROR_TYPE || !type) return context.failed(node);
  const span = context.span(node);
  if (isAbsent(operand)) return sequence([operand], constant(BOOLEAN, false, span), span);
  if (!isClassType(baseOf(operand.type)))
    return context.fail(E.wrongType, node.left, {
      from: typeText(operand.type),
      to: typeText(type),
    });
  return { kind: 'instance-of', operand, class: type, type: BOOLEAN, span };
};

/** undefined after a report. */
function testedClass(node: ts.Expression, context: Context): ObjectType | undefined {
  const library = libraryName(node, context);
  if (isErrorName(library)) return ERROR_CLASSES[library];
  const symbol = context.symbol(node);
  const binding = symbol && context.binding(symbol);
  if (!symbol || binding?.kind !== 'class') {
    if (binding?.kind !== 'error') context.report(E.instanceofOperator, node, {});
    return undefined;
  }
  const declaration = context.classes.declaration(symbol);
  if (declaration?.node.typeParameters) return context.classes.anyOf(declaration);
  if (declaration) return context.classes.plain(declaration).type;
  return undefined;
}
