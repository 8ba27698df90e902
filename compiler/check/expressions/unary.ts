// `-a`, `+a`, `~a`, `!a` → one operation, or nothing; `++a`, `a++` and their kin → an assignment.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { F32, F64, STRING } from '../../program/types.ts';
import { not, once, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { EffectHandler, ExpressionHandler } from '../handler.ts';
import { narrowed } from '../narrowing.ts';
import { arithmetic } from '../numbers/arithmetic.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { literal, literalValue } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { meantInteger, withWritten } from '../numbers/rounded-literal.ts';
import { store, update } from '../store.ts';
import { toNumber } from '../text/global-functions.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';

const { SyntaxKind } = tsc;

export const prefixUnaryExpression: ExpressionHandler<ts.PrefixUnaryExpression> = (
  node,
  context,
  expected,
) => {
  switch (node.operator) {
    case SyntaxKind.PlusPlusToken:
    case SyntaxKind.MinusMinusToken:
      return step(node, false, context);
    case SyntaxKind.ExclamationToken: {
      const operand = context.condition(node.operand);
      return operand.type === ERROR_TYPE ? operand : not(operand, context.span(node));
    }
    default:
      return numeric(node, node.operator, context.expression(node.operand, expected), context);
  }
};

export const postfixUnaryExpression: ExpressionHandler<ts.PostfixUnaryExpression> = (
  node,
  context,
) => step(node, true, context);

export const postfixUnaryEffect: EffectHandler<ts.PostfixUnaryExpression> = (node, context) =>
  step(node, false, context);

function numeric(
  node: ts.PrefixUnaryExpression,
  operator: ts.PrefixUnaryOperator,
  operand: Expression,
  context: Context,
): Expression {
  const { type } = operand;
  if (type === ERROR_TYPE) return operand;
  const text = tsc.tokenToString(operator) ?? '';
  if (type.kind === 'nullable')
    return context.fail(E.nullableOperand, node, { type: typeText(type) });
  if (type === STRING && operator === SyntaxKind.PlusToken) return toNumber(operand, node, context);
  if (!isNumeric(type))
    return context.fail(E.operandType, node, { operator: text, type: typeText(type) });
  if (operator === SyntaxKind.PlusToken) return operand;
  const span = context.span(node);
  const value = literalValue(operand);
  if (value !== undefined) {
    if (operator !== SyntaxKind.MinusToken) return literal(~value, span);
    const meant = meantInteger(operand);
    return withWritten(literal(-value, span), meant === undefined ? undefined : -meant);
  }
  if (operator === SyntaxKind.MinusToken)
    return { kind: 'unary', operator: '-', operand, type, span };
  const bits = type === F32 ? convertNumber(operand, F64, span) : operand;
  return { kind: 'unary', operator: '~', operand: bits, type: bits.type, span };
}

/** `++` and `--`; `wantsOld`: the value is that before the step. */
function step(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  wantsOld: boolean,
  context: Context,
): Expression {
  const operator = node.operator === SyntaxKind.PlusPlusToken ? '+' : '-';
  const span = context.span(node);
  return update(node.operand, context, (place, read) => {
    const old = narrowed(read, place, node.operand, context);
    if (old.type === ERROR_TYPE) return old;
    const one = literal(old.type.kind === 'int' && old.type.bigint ? 1n : 1, span);
    const stepped = (value: Expression): Expression => {
      const next = arithmetic(operator, value, one, node, context);
      return next.type === ERROR_TYPE ? next : store(place, next, node, context);
    };
    if (!wantsOld) return stepped(old);
    return once('old', old, context, (kept) => {
      const assigned = stepped(kept);
      return assigned.type === ERROR_TYPE ? assigned : sequence([assigned], kept, span);
    });
  });
}
