// Arithmetic and bitwise operators on two operands of one numeric type.
import type { Value } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { OpName } from '../../graph/ops.ts';
import { INTEGER_OPS } from '../../graph/ops/operators.ts';
import type { BinaryOperator } from '../../program/nodes.ts';
import { INT_TYPES } from '../../program/types.ts';
import type { ExpressionHandler, ExpressionOf } from '../handler.ts';
import type { FunctionFlow } from '../function-flow.ts';

type BitOperator = '&' | '|' | '^' | '<<' | '>>' | '>>>';

const FLOAT: { readonly [O in Exclude<BinaryOperator, BitOperator>]: OpName } = {
  '+': 'float_add',
  '-': 'float_sub',
  '*': 'float_mul',
  '/': 'float_div',
  '%': 'float_rem',
  '**': 'float_pow',
};

export const binaryExpression: ExpressionHandler<'binary'> = (flow, expression) => {
  const { operator, type, span } = expression;
  const [left, right] = [flow.expression(expression.left), flow.expression(expression.right)];
  if (type.kind === 'int') return flow.value(INTEGER_OPS[operator], [left, right], type, span);
  if (type.kind !== 'float') throw new InternalError(`${operator} on ${type.kind}`);
  if (isBitOperator(operator)) return bitwise(flow, expression, operator, left, right);
  return flow.value(FLOAT[operator], [left, right], type, span);
};

const isBitOperator = (operator: BinaryOperator): operator is BitOperator => !(operator in FLOAT);

/** ECMA-262 6.1.6.1.9 to 6.1.6.1.20: through ToInt32, `>>>` through ToUint32, counts modulo 32. */
function bitwise(
  flow: FunctionFlow,
  { type, span }: ExpressionOf<'binary'>,
  operator: BitOperator,
  left: Value,
  right: Value,
): Value {
  const via = operator === '>>>' ? INT_TYPES.u32 : INT_TYPES.i32;
  const operands = [left, right].map((value) => flow.value('float_to_int', [value], via, span));
  const result = flow.value(INTEGER_OPS[operator], operands, via, span);
  return flow.value('int_to_float', [result], type, span);
}
