// Functions of rarithmetic → builtin nodes on u64; i64 is the same bits.
import type ts from 'typescript';
import type { BuiltinName } from '../../builtins/builtins.ts';
import type { Expression } from '../../program/nodes.ts';
import { F64, INT_TYPES, type RtsType } from '../../program/types.ts';
import { builtin, convertTo } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { RuntimeCall } from './runtime-call.ts';

const { i64, u64 } = INT_TYPES;

/** All arguments are of one type; null after a report. */
function argumentsOf(
  node: ts.CallExpression,
  type: RtsType,
  context: Context,
): readonly Expression[] | null {
  const values = node.arguments.map((argument) => context.value(argument, type));
  return values.some((value) => value.type === ERROR_TYPE) ? null : values;
}

const onWords =
  (name: BuiltinName): RuntimeCall =>
  (node, context) => {
    const values = argumentsOf(node, u64, context);
    return values ? builtin(name, values, u64, context.span(node)) : context.failed(node);
  };

export const uintMulHigh = onWords('rarithmetic.uint_mul_high');
export const countLeadingZeros = onWords('rarithmetic.count_leading_zeros');

export const float2longlong: RuntimeCall = (node, context) => {
  const values = argumentsOf(node, F64, context);
  if (!values) return context.failed(node);
  const span = context.span(node);
  const bits = builtin('rarithmetic.float2longlong', values, u64, span);
  return convertTo('int-to-int', bits, i64, span);
};

export const longlong2float: RuntimeCall = (node, context) => {
  const values = argumentsOf(node, i64, context);
  if (!values) return context.failed(node);
  const span = context.span(node);
  const bits = values.map((value) => convertTo('int-to-int', value, u64, span));
  return builtin('rarithmetic.longlong2float', bits, F64, span);
};
