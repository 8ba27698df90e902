// `lltype.malloc(T, n, { flavor: 'raw' })`.
import { isizeConstant } from '../../graph/constants.ts';
import type { ExpressionHandler } from '../handler.ts';
import { checkedAllocation } from '../memory-checks.ts';

export const rawMallocExpression: ExpressionHandler<'raw-malloc'> = (flow, expression) => {
  const { container, count, zero, stack, type, span } = expression;
  // Without a variable part the number of items is not looked at.
  const items = count ? flow.expression(count) : isizeConstant(0);
  const checked = checkedAllocation(flow, expression, items);
  if (checked) return checked;
  return flow.value('raw_malloc', [items], type, span, { container, zero, stack });
};
