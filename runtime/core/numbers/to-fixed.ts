// Number.prototype.toFixed, toExponential and toPrecision (ECMA-262 21.1.3.3, .2, .5). Arguments are in range: the caller has
// thrown the RangeErrors.
'use mixmod';
import { type f64, i32, isize, rarithmetic, rffi, u64 } from 'mixmod';
import { write_exponent } from './decimal-text.ts';
import { digits_in, exact_digits, round_digits, rounded_digits } from './exact-digits.ts';
import { move_down, type Chars, type Words } from './memory.ts';
import { f64_to_chars } from './to-chars.ts';

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 48;
const MAGNITUDE: u64 = 0x7fffffffffffffffn;

const bits_of = (x: f64): u64 => u64(rarithmetic.float2longlong(x)) & MAGNITUDE;
const is_finite = (x: f64): boolean => x - x === 0;

/** A minus sign for x < 0; how many characters. */
function write_sign(x: f64, out: Chars): isize {
  if (x >= 0) return 0;
  out[0] = MINUS;
  return 1;
}

function write_zeros(out: Chars, at: isize, count: isize): void {
  for (let i: isize = 0; i < count; i++) out[at + i] = ZERO;
}

function write_digits(digits: Chars, count: isize, out: Chars, at: isize): void {
  for (let i: isize = 0; i < count; i++) out[at + i] = digits[i];
}

/** x with `places` (0 to 100) digits behind the point, into at least 128 bytes; how many. */
export function f64_to_fixed(x: f64, places: i32, out: Chars, scratch: Words): isize {
  if (!(Math.abs(x) < 1e21)) return f64_to_chars(x, out);
  const sign = write_sign(x, out);
  const count = rounded_digits(bits_of(x), places, scratch);
  return (
    sign + write_fixed(digits_in(scratch, count), count, isize(places), rffi.ptradd(out, sign))
  );
}

/** An integer's digits with the point before the last `places`. */
function write_fixed(digits: Chars, count: isize, places: isize, out: Chars): isize {
  const before = count - places;
  if (before <= 0) {
    // `0.` and zeros.
    write_zeros(out, 0, 2 - before);
    write_digits(digits, count, out, 2 - before);
    out[1] = POINT;
    return places === 0 ? 1 : 2 + places;
  }
  write_digits(digits, before, out, 0);
  if (places === 0) return before;
  out[before] = POINT;
  write_digits(rffi.ptradd(digits, before), places, out, before + 1);
  return count + 1;
}

/** x with one digit before the point and `places` (0 to 100) behind it, into at least 128 bytes; how many. */
export function f64_to_exponential(x: f64, places: i32, out: Chars, scratch: Words): isize {
  if (!is_finite(x)) return f64_to_chars(x, out);
  const sign = write_sign(x, out);
  const rest = rffi.ptradd(out, sign);
  const exponent = significant_digits(x, places + 1, rest, scratch);
  return sign + write_exponential(rest, isize(places) + 1, isize(exponent));
}

/** As many digits as x needs, always with an exponent, into at least 32 bytes. */
export function f64_to_shortest_exponential(x: f64, out: Chars): isize {
  const length = f64_to_chars(x, out);
  if (!is_finite(x)) return length;
  const sign: isize = x < 0 ? 1 : 0;
  const text = rffi.ptradd(out, sign);
  let end = length - sign;
  for (let i: isize = 0; i < end; i++) if (text[i] === 0x65) return length;
  let point: isize = 0;
  while (point < end && text[point] !== POINT) point++;
  if (point < end) move_down(text, point, point + 1, end-- - point - 1);
  let leading: isize = 0;
  while (leading < end - 1 && text[leading] === ZERO) leading++;
  move_down(text, 0, leading, end - leading);
  end -= leading;
  while (end > 1 && text[end - 1] === ZERO) end--;
  return sign + write_exponential(text, end, x === 0 ? 0 : point - leading - 1);
}

/** Puts the point behind the first digit and the exponent behind the last. */
function write_exponential(text: Chars, count: isize, exponent: isize): isize {
  if (count === 1) return write_exponent(exponent, text, 1);
  for (let i = count; i > 1; i--) text[i] = text[i - 1];
  text[1] = POINT;
  return write_exponent(exponent, text, count + 1);
}

/** x with so many significant digits (1 to 100), into at least 128 bytes; how many. */
export function f64_to_precision(x: f64, precision: i32, out: Chars, scratch: Words): isize {
  if (!is_finite(x)) return f64_to_chars(x, out);
  const sign = write_sign(x, out);
  const text = rffi.ptradd(out, sign);
  const exponent = isize(significant_digits(x, precision, text, scratch));
  const count = isize(precision);
  if (exponent < -6 || exponent >= count) return sign + write_exponential(text, count, exponent);
  if (exponent === count - 1) return sign + count;
  if (exponent >= 0) {
    for (let i = count; i > exponent + 1; i--) text[i] = text[i - 1];
    text[exponent + 1] = POINT;
    return sign + count + 1;
  }
  for (let i = count - 1; i >= 0; i--) text[i + 1 - exponent] = text[i];
  write_zeros(text, 0, 1 - exponent);
  text[1] = POINT;
  return sign + count + 1 - exponent;
}

/** The first `count` digits of |x|, rounded, halves up; the decimal exponent of the first. */
function significant_digits(x: f64, count: i32, out: Chars, scratch: Words): i32 {
  if (x === 0) {
    write_zeros(out, 0, isize(count));
    return 0;
  }
  const bits = bits_of(x);
  const highest = 63 - i32(rarithmetic.count_leading_zeros(bits));
  const log2 = highest >= 52 ? i32(bits >> 52n) - 1023 : highest - 1074;
  // floor(log10(x)) is this or one more, so there is at least one digit more than wanted.
  const estimate = (log2 * 1262611) >> 22;
  const places = Math.max(0, count - estimate);
  const found = exact_digits(bits, places | 0, scratch);
  const digits = digits_in(scratch, found);
  const more = round_digits(digits, isize(count));
  write_digits(rffi.ptradd(digits, more ? -1 : 0), isize(count), out, 0);
  return i32(found) - 1 - i32(places) + i32(more);
}
