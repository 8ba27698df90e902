// A call of a C function.
import type { ExpressionHandler } from '../handler.ts';
import { checkCalled, checkPassed, checkReturned } from '../memory-checks.ts';

/** A pointer that C calls. */
export const callbackExpression: ExpressionHandler<'callback'> = (flow, expression) => {
  const { type, span } = expression;
  const closure = flow.expression(expression.closure);
  const container = type.kind === 'ptr' ? type.to : undefined;
  return flow.value('callback_new', [closure], type, span, {
    callee: expression.function.id,
    ...(container && { container }),
  });
};

export const cCallExpression: ExpressionHandler<'c-call'> = (flow, expression) => {
  const { callee, address, type, span } = expression;
  const code = address ? [flow.expression(address)] : [];
  const args = flow.expressions(expression.arguments);
  for (const pointer of code) checkCalled(flow, pointer, span);
  checkPassed(flow, args, expression);
  if (!expression.into) {
    const result = flow.call('c_call', [...code, ...args], type, span, { external: callee });
    checkReturned(flow, args, span);
    return result;
  }
  const into = flow.expression(expression.into);
  flow.effect('c_call', [...code, into, ...args], span, { external: callee });
  checkReturned(flow, [into, ...args], span);
  return into;
};
