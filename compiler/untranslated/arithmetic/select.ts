// A numeric type → the group whose operators print it.
import type { BinaryOperator } from '../../program/nodes.ts';
import type { FloatType, IntType } from '../../program/types.ts';
import type { Code } from '../code.ts';
import type { UsePrelude } from './arithmetic.ts';
import { FLOAT } from './float.ts';
import { NARROW } from './narrow.ts';
import { SIZE } from './size.ts';
import { WIDE } from './wide.ts';

/** How an integer is held: `narrow` as number, `wide` as bigint, `size` as either. */
export function integerGroup(type: IntType): 'narrow' | 'wide' | 'size' {
  if (type.bigint) return 'wide';
  return type.bits === 64 ? 'size' : 'narrow';
}

const INTEGER = { narrow: NARROW, wide: WIDE, size: SIZE } as const;

export function printBinary(
  type: IntType | FloatType,
  operator: BinaryOperator,
  a: string,
  b: string,
  prelude: UsePrelude,
): Code {
  return type.kind === 'float'
    ? FLOAT.binary[operator](type, a, b, prelude)
    : INTEGER[integerGroup(type)].binary[operator](type, a, b, prelude);
}

export function printUnary(
  type: IntType | FloatType,
  operator: 'negate' | 'complement',
  a: string,
  prelude: UsePrelude,
): Code {
  return type.kind === 'float'
    ? FLOAT[operator](type, a, prelude)
    : INTEGER[integerGroup(type)][operator](type, a, prelude);
}
