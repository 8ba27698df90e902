// A double → the exact decimal digits of its integral part and of so many places behind the point (ECMA-262 21.1.3.2, .3, .5:
// the integer n for which n / 10 ** f - x is closest to zero, the larger of two).
'use mixmod';
import { i32, isize, rarithmetic, rffi, type u32, u64, u8 } from 'mixmod';
import { big_divide, big_multiply_fives, big_set, big_shift_left, big_shift_right } from './big.ts';
import { u64_to_chars } from './decimal-digits.ts';
import { type Chars, type Words } from './memory.ts';
import { FRACTION, HIDDEN } from './shortest.ts';
import { TENS } from './powers-of-ten.ts';

/** Digits end here in the scratch memory, the number is before them. */
const DIGITS_START = 640;
const DIGITS_END = 1200;
const NINE_DIGITS: u32 = 1000000000;

/** Where the digits that these functions count stand. There is room for one more in front of them. */
export function digits_in(scratch: Words, count: isize): Chars {
  return rffi.ptradd(rffi.cast(rffi.CCHARP, scratch), DIGITS_END - count);
}

/** How many digits floor(x * 10 ** places) has, of a positive finite number by its bits; none for 0. */
export function exact_digits(bits: u64, places: i32, scratch: Words): isize {
  const biased = i32(bits >> 52n);
  const fraction = bits & FRACTION;
  const exponent: i32 = (biased === 0 ? 1 : biased) - 1075 + places;
  big_set(scratch, biased === 0 ? fraction : fraction | HIDDEN);
  big_multiply_fives(scratch, places);
  if (exponent >= 0) big_shift_left(scratch, exponent);
  else big_shift_right(scratch, -exponent);
  const digits = rffi.cast(rffi.CCHARP, scratch);
  let start: isize = DIGITS_END;
  while (scratch[0] !== 0) {
    let part = big_divide(scratch, NINE_DIGITS);
    for (let i: i32 = 0; i < 9; i++) {
      digits[--start] = u8(48 + (part % 10));
      part /= 10;
    }
  }
  while (start < DIGITS_END && digits[start] === 48) start++;
  return DIGITS_END - start;
}

/**
 * Rounds to the first `kept` of `count` digits, halves up, where they stand; true if that made one more in front: `1000`
 * of `9996`.
 */
export function round_digits(digits: Chars, kept: isize): boolean {
  if (digits[kept] < 53) return false;
  let i = kept - 1;
  while (i >= 0 && digits[i] === 57) digits[i--] = 48;
  if (i >= 0) {
    digits[i]++;
    return false;
  }
  digits[-1] = 49;
  return true;
}

/** How many digits x * 10 ** places has, rounded to an integer, halves up; none for 0. */
export function rounded_digits(bits: u64, places: i32, scratch: Words): isize {
  const quick = quick_digits(bits, places, scratch);
  if (quick >= 0) return quick;
  const count = exact_digits(bits, places + 1, scratch);
  if (count === 0) return 0;
  const digits = digits_in(scratch, count);
  const more = round_digits(digits, count - 1);
  // The digit that decided goes.
  const length = count - 1 + isize(more);
  move_up(digits, more ? -1 : 0, length);
  return length;
}

/** One address further. */
function move_up(digits: Chars, from: isize, count: isize): void {
  for (let i = count; i > 0; i--) digits[from + i] = digits[from + i - 1];
}

/** As `rounded_digits` where 128 bits are enough; -1 where they may not be. */
function quick_digits(bits: u64, places: i32, scratch: Words): isize {
  const shift = 1075 - i32(bits >> 52n);
  if (places > 19 || shift < 1 || shift > 1074) return -1;
  const c = (bits & FRACTION) | HIDDEN;
  const power = TENS[places];
  let high = rarithmetic.uint_mul_high(c, power);
  let low = c * power;
  // Below 2 ** 117: less than a half.
  if (shift > 118) return 0;
  const half = u64(shift - 1);
  if (shift > 64) high += 1n << (half - 64n);
  else {
    low += 1n << half;
    high += u64(low < 1n << half);
  }
  if (shift < 64 && high >> u64(shift) !== 0n) return -1;
  const rounded =
    shift >= 64 ? high >> u64(shift - 64) : (low >> u64(shift)) | (high << u64(64 - shift));
  if (rounded === 0n) return 0;
  const text = rffi.ptradd(rffi.cast(rffi.CCHARP, scratch), DIGITS_START);
  const count = u64_to_chars(rounded, text);
  const digits = digits_in(scratch, count);
  for (let i: isize = 0; i < count; i++) digits[i] = text[i];
  return count;
}
