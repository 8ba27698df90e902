// Arithmetic on constant values: the one definition of what each machine type can hold.
import type { ConstantValue } from '../../program/nodes.ts';
import type { IntType, RtsType } from '../../program/types.ts';

/** True where the constants of `type` are bigints (64-bit integers), false where they are numbers. */
export const holdsBigint = (type: IntType): boolean => type.bits === 64;

/** Wraps an integer to the width of `type` and gives it that type's canonical constant form. */
export function wrapInt(type: IntType, value: bigint): bigint | number {
  const wrapped = type.signed ? BigInt.asIntN(type.bits, value) : BigInt.asUintN(type.bits, value);
  return holdsBigint(type) ? wrapped : Number(wrapped);
}

/** Truncates towards zero and wraps; NaN and infinities give 0 (ECMA-262 7.1.6, for any width). */
export function floatToInt(type: IntType, value: number): bigint | number {
  return wrapInt(type, Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n);
}

/** Rounds to the nearest value of a float type. */
export const roundFloat = (type: RtsType, value: number): number =>
  type.kind === 'float' && type.name === 'f32' ? Math.fround(value) : value;

/** An integer of up to 64 bits as the nearest value of a float type, ties to even, rounded once. */
export function intToFloat(type: RtsType, value: bigint): number {
  const nearest = Number(value);
  if (type.kind !== 'float' || type.name !== 'f32' || Number.isSafeInteger(nearest)) {
    return roundFloat(type, nearest);
  }
  // Rounded to a double first, a value just beside a tie of f32 would become that tie. The 42 and more upper bits, with
  // one more that says whether anything is below them, do not.
  const isExact = (value & 0x7ffn) === 0n;
  return Math.fround(Number((value >> 11n) | (isExact ? 0n : 1n)) * 2048);
}

export const minimum = (type: IntType): bigint =>
  type.signed ? -(1n << BigInt(type.bits - 1)) : 0n;
export const maximum = (type: IntType): bigint =>
  type.signed ? (1n << BigInt(type.bits - 1)) - 1n : (1n << BigInt(type.bits)) - 1n;

/** The zero of any type that can be a constant. */
export function zeroOf(type: RtsType): ConstantValue {
  if (type.kind === 'int') return holdsBigint(type) ? 0n : 0;
  if (type.kind === 'float') return 0;
  if (type.kind === 'boolean') return false;
  return type.kind === 'string' ? '' : null;
}
