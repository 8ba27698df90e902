// `test ? a : b` → a conditional whose branches are of one type.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, type RtsType } from '../../program/types.ts';
import { conditional, sequence } from '../build.ts';
import { commonType } from '../common-type.ts';
import { ERROR_TYPE } from '../context.ts';
import type { EffectHandler, ExpressionHandler } from '../handler.ts';
import { constant } from '../numbers/literal.ts';
import { literalAs } from '../numbers/expected-literal.ts';
import { baseOf } from '../nullable.ts';
import { isEmptyArray, typeOfEmpty } from '../array-beside.ts';
import { typeText } from '../../program/type-text.ts';

export const conditionalExpression: ExpressionHandler<ts.ConditionalExpression> = (
  node,
  context,
  expected,
) => {
  const test = context.condition(node.condition);
  const value = (branch: ts.Expression, wanted: RtsType | null): Expression =>
    literalAs(context.expression(branch, wanted), expected);
  // `[]` has the type of the other branch.
  const isFirstEmpty = expected === null && isEmptyArray(node.whenTrue);
  const other = isFirstEmpty ? value(node.whenFalse, null) : null;
  const whenTrue = value(node.whenTrue, expected ?? (other && typeOfEmpty(node.whenTrue, other)));
  const whenFalse =
    other ?? value(node.whenFalse, expected ?? typeOfEmpty(node.whenFalse, whenTrue));
  const union = expected && baseOf(expected).kind === 'union' ? expected : undefined;
  const type = commonType(whenTrue, whenFalse) ?? union;
  if (!type)
    return context.fail(E.noCommonType, node, {
      left: typeText(whenTrue.type),
      right: typeText(whenFalse.type),
    });
  if (type === ERROR_TYPE || test.type === ERROR_TYPE) return context.failed(node);
  return conditional(
    test,
    context.convert(whenTrue, type, node.whenTrue),
    context.convert(whenFalse, type, node.whenFalse),
    context.span(node),
  );
};

/** Only one branch is evaluated; what it gives is dropped. */
export const conditionalEffect: EffectHandler<ts.ConditionalExpression> = (node, context) => {
  const test = context.condition(node.condition);
  const span = context.span(node);
  const dropped = (value: Expression): Expression =>
    sequence([value], constant(BOOLEAN, false, span), span);
  const whenTrue = context.effect(node.whenTrue);
  const whenFalse = context.effect(node.whenFalse);
  for (const part of [test, whenTrue, whenFalse])
    if (part.type === ERROR_TYPE) return context.failed(node);
  return conditional(test, dropped(whenTrue), dropped(whenFalse), span);
};
