// Digits in a radix → the number: rounded to nearest for powers of two; for others, which ECMA-262 leaves to the
// implementation beyond 20 digits, as V8 computes it.
'use mixmod';
import { f64, i32, i64, type isize, rarithmetic, type u16, u32, u64 } from 'mixmod';
import { unit_at, type Chars } from './memory.ts';

/** V8 joins digits to parts while their weight is at most this. */
const MOST_WEIGHT: u32 = 119304647;

/** The value of a digit or letter; 36 or more for all else. */
export function digit_of(unit: u16): i32 {
  if (unit >= 48 && unit <= 57) return i32(unit) - 48;
  const letter = i32(unit | 0x20) - 87;
  return letter >= 10 && letter <= 35 && unit < 128 ? letter : 36;
}

/** Where digits of the radix that begin at `start` end. */
export function end_of_digits(
  text: Chars,
  start: isize,
  length: isize,
  radix: i32,
  wide: boolean,
): isize {
  let end = start;
  while (end < length && digit_of(unit_at(text, end, wide)) < radix) end++;
  return end;
}

/** From `start` to `end` there are only digits of the radix, at least one. */
export function digits_to_f64(
  text: Chars,
  start: isize,
  end: isize,
  radix: i32,
  wide: boolean,
): f64 {
  const width = 31 - i32(Math.clz32(radix));
  return 1 << width === radix
    ? bits_to_f64(text, start, end, u64(width), wide)
    : parts_to_f64(text, start, end, u32(radix), wide);
}

function bits_to_f64(text: Chars, start: isize, end: isize, width: u64, wide: boolean): f64 {
  let m: u64 = 0n;
  let at = start;
  for (; at < end && m < 1n << 58n; at++) m = (m << width) | u64(digit_of(unit_at(text, at, wide)));
  const digits = end - at;
  // More than 53 bits: the lowest bit stands for all that follow.
  let some = false;
  for (; at < end; at++) if (unit_at(text, at, wide) !== 48) some = true;
  if (some) m |= 1n;
  return digits > 1024 ? Infinity : f64(m) * power_of_two(i64(digits) * i64(width));
}

function power_of_two(exponent: i64): f64 {
  return exponent > 1023n ? Infinity : rarithmetic.longlong2float((exponent + 1023n) << 52n);
}

function parts_to_f64(text: Chars, start: isize, end: isize, radix: u32, wide: boolean): f64 {
  let number = 0;
  let at = start;
  // Parts begin at the first digit that counts.
  while (at < end && unit_at(text, at, wide) === 48) at++;
  while (at < end) {
    let part: u32 = 0;
    let weight: u32 = 1;
    for (; at < end && weight * radix <= MOST_WEIGHT; at++) {
      part = part * radix + u32(digit_of(unit_at(text, at, wide)));
      weight *= radix;
    }
    number = number * weight + part;
  }
  return number;
}
