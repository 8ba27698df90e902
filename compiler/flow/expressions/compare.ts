// Comparison of two operands of one type.
import { compare } from '../equality.ts';
import type { ExpressionHandler } from '../handler.ts';

export const compareExpression: ExpressionHandler<'compare'> = (
  flow,
  { operator, left, right, span },
) => compare(flow, operator, flow.expression(left), flow.expression(right), span);
