// Constants in the canonical form of their type: what `verify` asks of every constant in a graph.
import type { ConstantValue } from '../program/nodes.ts';
import {
  BOOLEAN,
  F64,
  INT_TYPES,
  isReference,
  STRING,
  type IntType,
  type RtsType,
} from '../program/types.ts';
import type { Constant, Value } from './graph.ts';
import { InternalError } from './internal-error.ts';
import { roundFloat, wrapInt, zeroOf } from './ops/values.ts';

/** Wraps integers to their width (bigint for 64 bits), rounds f32; refuses what the type cannot hold at all. */
export function canonical(type: RtsType, value: ConstantValue): ConstantValue {
  switch (type.kind) {
    case 'int':
      if (typeof value === 'bigint') return wrapInt(type, value);
      if (typeof value === 'number' && Number.isInteger(value)) return wrapInt(type, BigInt(value));
      break;
    case 'float':
      if (typeof value === 'number') return roundFloat(type, value);
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    // In low graphs a nullable reference has the type of the object.
    case 'string':
      if (typeof value === 'string' || value === null || value === undefined) return value;
      break;
    case 'object':
    case 'array':
    case 'function':
    case 'union':
      if (value === null || value === undefined) return value;
      break;
    case 'ptr':
    case 'address':
    case 'null':
      if (value === null) return null;
      break;
    case 'literal':
      if (value === type.value) return value;
      break;
    // What unreachable code hands on.
    case 'never':
    case 'undefined':
      if (value === undefined) return undefined;
      break;
    case 'nullable':
      if (value === null && type.allowsNull) return null;
      if (value === undefined && type.allowsUndefined) return undefined;
      if (value !== null && value !== undefined) return canonical(type.base, value);
      break;
    default:
  }
  throw new InternalError(`${String(value)} is no constant of type ${type.kind}`);
}

export const constant = (type: RtsType, value: ConstantValue): Constant => ({
  kind: 'constant',
  type,
  value: canonical(type, value),
});

/** What fresh memory of the heap holds: no reference, also where it is that of a string. */
export const zeroInMemory = (type: RtsType): Constant =>
  constant(type, isReference(type) ? absentReference(type) : zeroOf(type));

const absentReference = (type: RtsType): null | undefined =>
  type.kind === 'nullable' && !type.allowsNull ? undefined : null;

export const intConstant = (type: IntType, value: number | bigint): Constant =>
  constant(type, value);
export const isizeConstant = (value: number | bigint): Constant => constant(INT_TYPES.isize, value);
export const f64Constant = (value: number): Constant => constant(F64, value);
export const stringConstant = (value: string): Constant => constant(STRING, value);
export const TRUE: Constant = constant(BOOLEAN, true);
export const FALSE: Constant = constant(BOOLEAN, false);
export const booleanConstant = (value: boolean): Constant => (value ? TRUE : FALSE);

/** Equal as constants: same type, same bits (-0 differs from 0, NaN equals NaN). */
export const sameConstant = (a: Constant, b: Constant): boolean =>
  a.type === b.type && Object.is(a.value, b.value);

/** The same variable or equal constants. */
export const sameValue = (a: Value, b: Value): boolean =>
  a === b || (a.kind === 'constant' && b.kind === 'constant' && sameConstant(a, b));
