// `lltype.malloc(T, n, { flavor: 'raw' })`.
import { isizeConstant } from '../../graph/constants.ts';
import type { ExpressionHandler } from '../handler.ts';

export const rawMallocExpression: ExpressionHandler<'raw-malloc'> = (flow, expression) => {
  const { container, count, zero, stack, type, span } = expression;
  // Without a variable part the number of items is not looked at.
  const items = count ? flow.expression(count) : isizeConstant(0);
  return flow.value('raw_malloc', [items], type, span, { container, zero, stack });
};
