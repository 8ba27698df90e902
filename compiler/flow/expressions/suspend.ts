// `yield`, once its value is in the frame.
import type { ExpressionHandler } from '../handler.ts';
import { NOTHING } from '../function-flow.ts';

export const suspendExpression: ExpressionHandler<'suspend'> = (flow, { span }) => {
  flow.suspend(span);
  return NOTHING;
};
