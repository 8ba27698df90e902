// Effects in order, then a value.
import type { ExpressionHandler } from '../handler.ts';

export const sequenceExpression: ExpressionHandler<'sequence'> = (flow, { effects, value }) => {
  flow.expressions(effects);
  return flow.expression(value);
};
