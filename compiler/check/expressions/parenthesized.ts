// `(e)` and `e satisfies T` → e.
import type ts from 'typescript';
import type { EffectHandler, ExpressionHandler } from '../handler.ts';

export const parenthesizedExpression: ExpressionHandler<
  ts.ParenthesizedExpression | ts.SatisfiesExpression
> = (node, context, expected) => context.expression(node.expression, expected);

export const parenthesizedEffect: EffectHandler<ts.ParenthesizedExpression> = (node, context) =>
  context.effect(node.expression);
