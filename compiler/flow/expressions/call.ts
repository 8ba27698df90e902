// A call of a function of the program.
import type { ExpressionHandler } from '../handler.ts';

export const callExpression: ExpressionHandler<'call'> = (flow, expression) => {
  const { callee, span } = expression;
  const args = flow.expressions(expression.arguments);
  const result = flow.call('direct_call', args, callee.result, span, { callee: callee.id });
  if (callee.result.kind === 'never') flow.unreachable();
  return result;
};
