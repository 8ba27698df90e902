// `a, b` → the effect of a, then b.
import type ts from 'typescript';
import { sequence } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import type { EffectHandler, ExpressionHandler } from '../handler.ts';

export const comma: ExpressionHandler<ts.BinaryExpression> = (node, context, expected) => {
  const effect = context.effect(node.left);
  const value = context.expression(node.right, expected);
  if (effect.type === ERROR_TYPE || value.type === ERROR_TYPE) return context.failed(node);
  return sequence([effect], value, context.span(node));
};

export const commaEffect: EffectHandler<ts.BinaryExpression> = (node, context) => {
  const first = context.effect(node.left);
  const second = context.effect(node.right);
  if (first.type === ERROR_TYPE || second.type === ERROR_TYPE) return context.failed(node);
  return sequence([first], second, context.span(node));
};
