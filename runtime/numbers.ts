// The conversion functions `i32(x)`, `u8(x)` …: any number, bigint or boolean → a value of that type, by truncation and
// wrapping (ECMA-262 7.1.6 for any width). Used untranslated; the compiler folds and emits the same rule.
import type { ValueName } from './lltype/types.ts';

type Numeric = number | bigint | boolean;

/** The integer that the value truncates to; NaN and infinities give 0. */
function toInteger(value: Numeric): bigint {
  if (typeof value === 'bigint') return value;
  const number = Number(value);
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : 0n;
}

function integer64(wrap: (bits: number, value: bigint) => bigint): (value: Numeric) => number {
  return (value) => {
    const truncated = Math.trunc(Number(value));
    const exact = typeof value !== 'bigint' && Number.isSafeInteger(truncated);
    if (exact && (truncated >= 0 || wrap === BigInt.asIntN)) return truncated + 0;
    return Number(wrap(64, toInteger(value)));
  };
}

// Numbers up to 32 bits without the way through bigint: the common case must not be slow on Node.
export const i8 = (value: Numeric): number => (low32(value) << 24) >> 24;
export const i16 = (value: Numeric): number => (low32(value) << 16) >> 16;
export const i32 = (value: Numeric): number => low32(value);
export const u8 = (value: Numeric): number => low32(value) & 0xff;
export const u16 = (value: Numeric): number => low32(value) & 0xffff;
export const u32 = (value: Numeric): number => low32(value) >>> 0;
export const isize = integer64(BigInt.asIntN);
export const usize = integer64(BigInt.asUintN);
export const i64 = (value: Numeric): bigint => BigInt.asIntN(64, toInteger(value));
export const u64 = (value: Numeric): bigint => BigInt.asUintN(64, toInteger(value));
export const f32 = (value: Numeric): number =>
  typeof value === 'bigint' ? roundBigint(value) : Math.fround(Number(value));
export const f64 = (value: Numeric): number => Number(value);

function low32(value: Numeric): number {
  return typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : Number(value) | 0;
}

/** To the nearest binary32 in one rounding: more than 53 bits would be rounded to binary64 first. */
function roundBigint(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const excess = BigInt(Math.max(0, magnitude.toString(2).length - 40));
  // The bits that are cut off only matter as a whole: one sticky bit stands for them.
  const kept = magnitude >> excess;
  const sticky = kept << excess === magnitude ? kept : kept | 1n;
  const rounded = Math.fround(Number(sticky) * 2 ** Number(excess));
  return value < 0n ? -rounded : rounded;
}

/** By the name of the type; `boolean` as ToBoolean, `void` gives undefined. */
export const CONVERSIONS: {
  readonly [N in ValueName]: (value: Numeric) => number | bigint | boolean | undefined;
} = {
  i8,
  i16,
  i32,
  i64,
  isize,
  u8,
  u16,
  u32,
  u64,
  usize,
  f32,
  f64,
  boolean: Boolean,
  void: () => undefined,
};
