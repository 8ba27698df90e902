// A decimal literal of more than 19 digits → the nearest double, ties to even: the first 19 digits leave at most two doubles;
// between two, all digits are compared with the middle, exactly (as in W. Clinger, "How to read floating point numbers
// accurately", 1990, and with the bound on digits that matter from D. Lemire, 2021, section 11).
'use mixmod';
import { type f64, i32, i64, type isize, rarithmetic, rffi, type u16, u64 } from 'mixmod';
import {
  BIG_WORDS,
  big_compare,
  big_multiply_add,
  big_multiply_fives,
  big_set,
  big_shift_left,
} from './big.ts';
import { decimal_to_f64 } from './decimal-to-f64.ts';
import { unit_at, type Chars, type Words } from './memory.ts';
import { FRACTION, HIDDEN } from './shortest.ts';

const POINT: u16 = 0x2e;
const FIRST_DIGITS = 19;
/** The middle of two doubles has at most 767 digits: of more it only matters whether they are all 0. */
const DECIDING_DIGITS = 768;

/** The digits from `start` to `stop`, a point among them, times 10 ** exponent. */
export function long_decimal_to_f64(
  text: Chars,
  start: isize,
  stop: isize,
  wide: boolean,
  exponent: i64,
  scratch: Words,
): f64 {
  let first = start;
  while (first < stop && is_zero_or_point(unit_at(text, first, wide))) first++;
  let at = first;
  let digits: u64 = 0n;
  let taken: i32 = 0;
  for (; at < stop && taken < FIRST_DIGITS; at++) {
    const unit = unit_at(text, at, wide);
    if (unit === POINT) continue;
    digits = digits * 10n + u64(unit - 48);
    taken++;
  }
  let rest: i64 = 0n;
  for (let i = at; i < stop; i++) if (unit_at(text, i, wide) !== POINT) rest++;
  const below = decimal_to_f64(digits, exponent + rest);
  if (rest === 0n || below === decimal_to_f64(digits + 1n, exponent + rest)) return below;
  return choose(text, first, stop, wide, exponent, below, scratch);
}

const is_zero_or_point = (unit: u16): boolean => unit === 48 || unit === POINT;

/** `below` or the next double, which is nearer to the text; the exponent is that of its last digit. */
function choose(
  text: Chars,
  first: isize,
  stop: isize,
  wide: boolean,
  exponent: i64,
  below: f64,
  scratch: Words,
): f64 {
  const left = scratch;
  const right = rffi.ptradd(scratch, BIG_WORDS);
  const dropped = read_digits(text, first, stop, wide, left);
  const bits = u64(rarithmetic.float2longlong(below));
  const biased = i32(bits >> 52n);
  const fraction = bits & FRACTION;
  // The middle: (2 * c + 1) * 2 ** twos.
  big_set(right, (biased === 0 ? fraction : fraction | HIDDEN) * 2n + 1n);
  let twos: i32 = (biased === 0 ? 1 : biased) - 1076;
  // The numbers are within the range of doubles, so that these exponents are small.
  const tens = i32(exponent + dropped);
  if (tens >= 0) big_multiply_fives(left, tens);
  else big_multiply_fives(right, -tens);
  twos -= tens;
  if (twos >= 0) big_shift_left(right, twos);
  else big_shift_left(left, -twos);
  const order = big_compare(left, right);
  const up = order > 0 || (order === 0 && (bits & 1n) === 1n);
  return up ? rarithmetic.longlong2float(i64(bits + 1n)) : below;
}

/** The digits as one number; how many at the end are left out (a 1 stands for what is not 0 of them). */
function read_digits(text: Chars, first: isize, stop: isize, wide: boolean, big: Words): i64 {
  big_set(big, 0n);
  let taken: i32 = 0;
  let dropped: i64 = 0n;
  let some = false;
  for (let i = first; i < stop; i++) {
    const unit = unit_at(text, i, wide);
    if (unit === POINT) continue;
    if (taken < DECIDING_DIGITS) {
      big_multiply_add(big, 10, unit - 48);
      taken++;
    } else {
      dropped++;
      if (unit !== 48) some = true;
    }
  }
  if (!some) return dropped;
  big_multiply_add(big, 10, 1);
  return dropped - 1n;
}
