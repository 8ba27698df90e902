// `a && b`, `a || b`, `a ?? b` → short-circuit logic on booleans, or the value of one of the two.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, type RtsType } from '../../program/types.ts';
import { conditional, logical, once, sequence } from '../build.ts';
import { commonType } from '../common-type.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { EffectHandler, ExpressionHandler } from '../handler.ts';
import { isAbsent, isPresent, unwrap } from '../nullable.ts';
import { arrayBeside } from '../array-beside.ts';
import { literalAs } from '../numbers/expected-literal.ts';
import { skipWhen } from '../skip-when.ts';
import { toBoolean } from '../truth.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';

export const logicalExpression: ExpressionHandler<ts.BinaryExpression> = (
  node,
  context,
  expected,
) => {
  const left = literalAs(context.expression(node.left, expected), expected);
  const wanted = expected ?? arrayBeside(left);
  const right = literalAs(context.expression(node.right, wanted), expected);
  if (left.type === ERROR_TYPE || right.type === ERROR_TYPE) return context.failed(node);
  const operator = node.operatorToken.kind;
  if (operator === tsc.SyntaxKind.QuestionQuestionToken)
    return coalesce(left, right, node, context);
  const span = context.span(node);
  const and = operator === tsc.SyntaxKind.AmpersandAmpersandToken;
  if (left.type === BOOLEAN && right.type === BOOLEAN)
    return logical(and ? '&&' : '||', left, right, span);
  // `a || b` with an `a` that may be absent has no absent result from `a`.
  const type = commonType(and ? left : present(left), right);
  if (!type) return noCommonType(left, right, node, context);
  return once('left', left, context, (value) => {
    const test = toBoolean(value, context);
    const kept = context.convert(and ? value : keep(value, type), type, node.left);
    const other = context.convert(right, type, node.right);
    return and ? conditional(test, other, kept, span) : conditional(test, kept, other, span);
  });
};

function coalesce(
  left: Expression,
  right: Expression,
  node: ts.BinaryExpression,
  context: Context,
): Expression {
  const span = context.span(node);
  if (isAbsent(left)) return sequence([left], right, span);
  if (left.type.kind !== 'nullable') return left;
  const type = commonType(present(left), right);
  if (!type) return noCommonType(present(left), right, node, context);
  return once('left', left, context, (value) =>
    conditional(
      isPresent(value, span),
      context.convert(unwrap(value, span), type, node.left),
      context.convert(right, type, node.right),
      span,
    ),
  );
}

/** A stand-in of the type of the value inside, for finding the common type. */
const present = (value: Expression): Expression =>
  value.type.kind === 'nullable' ? unwrap(value, value.span) : value;

const keep = (value: Expression, type: RtsType): Expression =>
  type.kind === 'nullable' && value.type.kind === 'nullable' ? value : present(value);

const noCommonType = (
  left: Expression,
  right: Expression,
  node: ts.Node,
  context: Context,
): Expression =>
  context.fail(E.noCommonType, node, { left: typeText(left.type), right: typeText(right.type) });

/** As a condition: both sides by their truth. `??` keeps its value's truth. */
export const logicalCondition: EffectHandler<ts.BinaryExpression> = (node, context) => {
  const operator = node.operatorToken.kind;
  const and = operator === tsc.SyntaxKind.AmpersandAmpersandToken;
  if (!and && operator !== tsc.SyntaxKind.BarBarToken)
    return toBoolean(context.expression(node), context);
  const left = context.condition(node.left);
  const right = context.condition(node.right);
  if (left.type === ERROR_TYPE || right.type === ERROR_TYPE) return context.failed(node);
  return logical(and ? '&&' : '||', left, right, context.span(node));
};

/** As a statement: the right side is evaluated or not, its value is dropped. */
export const logicalEffect: EffectHandler<ts.BinaryExpression> = (node, context) => {
  const span = context.span(node);
  const right = context.effect(node.right);
  const { kind } = node.operatorToken;
  if (kind === tsc.SyntaxKind.QuestionQuestionToken) {
    const left = context.expression(node.left);
    if (left.type === ERROR_TYPE || right.type === ERROR_TYPE) return context.failed(node);
    if (isAbsent(left)) return sequence([left], right, span);
    if (left.type.kind !== 'nullable') return left;
    return skipWhen(isPresent(left, span), right, true);
  }
  const test = context.condition(node.left);
  if (test.type === ERROR_TYPE || right.type === ERROR_TYPE) return context.failed(node);
  return skipWhen(test, right, kind === tsc.SyntaxKind.BarBarToken);
};
