// Typed access to what the op table promises, for emitters.
import { InternalError } from '../../graph/internal-error.ts';
import type { Op, Value } from '../../graph/graph.ts';
import type { FloatType, IntType, RtsType } from '../../program/types.ts';

export function operand(op: Op, index: number): Value {
  const value = op.args[index];
  if (!value) throw new InternalError(`${op.name} has no operand ${index}`);
  return value;
}

export function resultType(op: Op, index = 0): RtsType {
  const result = op.results[index];
  if (!result) throw new InternalError(`${op.name} has no result ${index}`);
  return result.type;
}

export function asInt(type: RtsType): IntType {
  if (type.kind !== 'int') throw new InternalError(`${type.kind} where an integer belongs`);
  return type;
}

export function asFloat(type: RtsType): FloatType {
  if (type.kind !== 'float') throw new InternalError(`${type.kind} where a float belongs`);
  return type;
}

export const intOperand = (op: Op, index = 0): IntType => asInt(operand(op, index).type);
export const floatOperand = (op: Op, index = 0): FloatType => asFloat(operand(op, index).type);
