// `===` and the orderings for each type that has them: shared by `compare` and `switch`.
import { intConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { OpName } from '../graph/ops.ts';
import type { CompareOperator } from '../program/nodes.ts';
import { typeName } from '../program/type-name.ts';
import { BOOLEAN, INT_TYPES, hasIdentity } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import type { FunctionFlow } from './function-flow.ts';

export const equals = (flow: FunctionFlow, left: Value, right: Value, span: Span): Value =>
  compare(flow, '===', left, right, span);

const SUFFIXES = {
  '===': 'eq',
  '!==': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
} as const satisfies { readonly [O in CompareOperator]: string };

/** Both operands are of one type. */
export function compare(
  flow: FunctionFlow,
  operator: CompareOperator,
  left: Value,
  right: Value,
  span: Span,
): Value {
  const suffix = SUFFIXES[operator];
  const direct = (op: OpName): Value => flow.value(op, [left, right], BOOLEAN, span);
  switch (left.type.kind) {
    case 'int':
      return direct(`int_${suffix}`);
    case 'float':
      return direct(`float_${suffix}`);
  }
  if (operator === '===' || operator === '!==') {
    const equal = direct(equalityOp(left));
    return operator === '===' ? equal : flow.value('bool_not', [equal], BOOLEAN, span);
  }
  const [a, b] = orderingOperands(flow, left, right, span);
  return flow.value(`int_${suffix}`, [a, b], BOOLEAN, span);
}

function equalityOp({ type }: Value): OpName {
  if (type.kind === 'boolean') return 'bool_eq';
  if (type.kind === 'string') return 'string_eq';
  if (type.kind === 'ptr') return 'ptr_eq';
  if (hasIdentity(type)) return 'reference_eq';
  throw new InternalError(`values of ${typeName(type)} cannot be compared`);
}

/** Integers that are ordered as the operands are. */
function orderingOperands(
  flow: FunctionFlow,
  left: Value,
  right: Value,
  span: Span,
): readonly [Value, Value] {
  const { type } = left;
  const each = (op: OpName, to: typeof INT_TYPES.u8): readonly [Value, Value] => [
    flow.value(op, [left], to, span),
    flow.value(op, [right], to, span),
  ];
  if (type.kind === 'boolean') return each('bool_to_int', INT_TYPES.u8);
  if (type.kind === 'ptr') return each('cast_ptr_to_int', INT_TYPES.usize);
  if (type.kind === 'string') {
    const order = flow.value('string_compare', [left, right], INT_TYPES.i32, span);
    return [order, intConstant(INT_TYPES.i32, 0)];
  }
  throw new InternalError(`values of ${typeName(type)} have no order`);
}
