// A call of a C function.
import type { ExpressionHandler } from '../handler.ts';

export const cCallExpression: ExpressionHandler<'c-call'> = (flow, expression) => {
  const args = flow.expressions(expression.arguments);
  return flow.call('c_call', args, expression.type, expression.span, {
    external: expression.callee,
  });
};
