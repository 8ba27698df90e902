// `void e` → the effect of e, then undefined.
import type ts from 'typescript';
import { UNDEFINED } from '../../program/types.ts';
import { sequence } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { constant } from '../numbers/literal.ts';

export const voidExpression: ExpressionHandler<ts.VoidExpression> = (node, context) => {
  const effect = context.effect(node.expression);
  if (effect.type === ERROR_TYPE) return effect;
  const span = context.span(node);
  return sequence([effect], constant(UNDEFINED, undefined, span), span);
};
