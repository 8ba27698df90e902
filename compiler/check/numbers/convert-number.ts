// Conversions between numeric types as nodes: which kind a pair needs, constants converted at once, and pairs that
// cancel out (the index `i32(bytes.length)` never becomes a double).
import { floatToInt, roundFloat, wrapInt } from '../../graph/ops/values.ts';
import type { Conversion, Expression } from '../../program/nodes.ts';
import { F32, F64, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { isExactInDouble, isWidenedF32 } from './known-range.ts';
import { constant } from './literal.ts';

/** Converts by the rules of `i32(x)`: truncates, wraps, rounds. Both types are numeric. */
export function convertNumber(operand: Expression, type: RtsType, span: Span): Expression {
  if (operand.type === type) return operand;
  const folded = foldConversion(operand, type, span);
  if (folded) return folded;
  if (operand.kind === 'convert') {
    const inner = operand.operand;
    if (operand.conversion === 'int-to-float' && operand.type === F64 && isExactInDouble(inner))
      if (type.kind === 'int') return convertNumber(inner, type, span);
    if (type === F32 && isWidenedF32(operand)) return inner;
  }
  return { kind: 'convert', conversion: conversionOf(operand.type, type), operand, type, span };
}

function conversionOf(from: RtsType, to: RtsType): Conversion {
  if (from.kind === 'boolean') return 'boolean-to-number';
  if (from.kind === 'int') return to.kind === 'int' ? 'int-to-int' : 'int-to-float';
  return to.kind === 'int' ? 'float-to-int' : 'float-to-float';
}

function foldConversion(operand: Expression, type: RtsType, span: Span): Expression | undefined {
  if (operand.kind !== 'constant') return undefined;
  const value = typeof operand.value === 'boolean' ? Number(operand.value) : operand.value;
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
  if (type.kind === 'float') return constant(type, roundFloat(type, Number(value)), span);
  if (type.kind !== 'int') return undefined;
  return constant(
    type,
    typeof value === 'bigint' ? wrapInt(type, value) : floatToInt(type, value),
    span,
  );
}
