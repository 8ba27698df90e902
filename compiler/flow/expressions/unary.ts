// `-`, `~` and `!`.
import { InternalError } from '../../graph/internal-error.ts';
import { INT_TYPES } from '../../program/types.ts';
import type { ExpressionHandler } from '../handler.ts';

export const unaryExpression: ExpressionHandler<'unary'> = (
  flow,
  { operator, operand, type, span },
) => {
  const value = flow.expression(operand);
  if (operator === '!') return flow.value('bool_not', [value], type, span);
  if (type.kind === 'int') {
    return flow.value(operator === '-' ? 'int_neg' : 'int_invert', [value], type, span);
  }
  if (type.kind !== 'float') throw new InternalError(`${operator} on ${type.kind}`);
  if (operator === '-') return flow.value('float_neg', [value], type, span);
  const bits = flow.value('float_to_int', [value], INT_TYPES.i32, span);
  const inverted = flow.value('int_invert', [bits], INT_TYPES.i32, span);
  return flow.value('int_to_float', [inverted], type, span);
};
