// Number.prototype.toString with a radix from 2 to 36, and integers of 64 bits in one. Of fractions ECMA-262 leaves the digits
// to the implementation: these are V8's, as many as tell the number from its neighbours.
'use mixmod';
import { f64, i32, i64, type isize, rarithmetic, rffi, u64, u8 } from 'mixmod';
import { move_down, type Chars } from './memory.ts';
import { f64_to_chars, i64_to_chars } from './to-chars.ts';

/** The point: at most 1024 digits of the integral part are before it, at most 1074 behind. */
const MIDDLE = 1100;
const WORD_DIGITS = 64;
const MINUS = 0x2d;
const POINT = 0x2e;

function digit_char(digit: u64): u8 {
  return u8(digit < 10n ? 48n + digit : 87n + digit);
}
function digit_value(character: u8): i32 {
  return character > 57 ? i32(character) - 87 : i32(character) - 48;
}

/** Into at least RADIX_BYTES; how many. */
export function f64_to_radix(x: f64, radix: i32, out: Chars): isize {
  if (radix === 10 || x - x !== 0) return f64_to_chars(x, out);
  const integer = i64(x);
  if (f64(integer) === x && Math.abs(x) < 9007199254740992)
    return i64_to_radix(integer, radix, out);
  const magnitude = Math.abs(x);
  const whole = Math.floor(magnitude);
  const end = write_fraction(magnitude, whole, radix, out);
  // The fraction may have been rounded up to 1.
  const carried = end === MIDDLE && has_fraction(magnitude, whole);
  let start = write_integer(carried ? whole + 1 : whole, radix, out);
  if (x < 0) out[--start] = MINUS;
  move_down(out, 0, start, end - start);
  return end - start;
}

/** Half the distance to the next double: what is less than this far away reads as this number. */
function half_distance(magnitude: f64): f64 {
  const next = rarithmetic.longlong2float(rarithmetic.float2longlong(magnitude) + 1n);
  return Math.max(0.5 * (next - magnitude), 5e-324);
}

const has_fraction = (magnitude: f64, whole: f64): boolean =>
  magnitude - whole >= half_distance(magnitude);

/** The point and the digits behind it from MIDDLE on; where they end: at MIDDLE if there are none. */
function write_fraction(magnitude: f64, whole: f64, radix: i32, out: Chars): isize {
  const factor = f64(radix);
  let fraction = magnitude - whole;
  let delta = half_distance(magnitude);
  if (fraction < delta) return MIDDLE;
  let end: isize = MIDDLE;
  out[end++] = POINT;
  do {
    fraction *= factor;
    delta *= factor;
    const digit = i32(fraction);
    out[end++] = digit_char(u64(digit));
    fraction -= digit;
    // Rounded to nearest, ties to even, where the rounded number still reads as this one.
    const up = fraction > 0.5 || (fraction === 0.5 && (digit & 1) === 1);
    if (up && fraction + delta > 1) return round_up(radix, out, end);
  } while (fraction >= delta);
  return end;
}

/** One more in the last place, which goes away with the zeros that this makes. */
function round_up(radix: i32, out: Chars, from: isize): isize {
  let end = from;
  while (--end > MIDDLE) {
    const digit = digit_value(out[end]) + 1;
    if (digit < radix) {
      out[end] = digit_char(u64(digit));
      return end + 1;
    }
  }
  return MIDDLE;
}

/** Digits before the point, the lowest first; where they start. What a double does not tell is zeros. */
function write_integer(whole: f64, radix: i32, out: Chars): isize {
  const factor = f64(radix);
  let rest = whole;
  let start: isize = MIDDLE;
  while (rest >= factor * 9007199254740992) {
    rest /= factor;
    out[--start] = 48;
  }
  do {
    const digit = rest % factor;
    out[--start] = digit_char(u64(digit));
    rest = (rest - digit) / factor;
  } while (rest > 0);
  return start;
}

/** Into at least 72 bytes; how many. */
export function u64_to_radix(n: u64, radix: i32, out: Chars): isize {
  // At least 2: a division that is known not to fail.
  const base = u64(Math.max(radix, 2));
  let start: isize = WORD_DIGITS;
  let rest = n;
  do {
    const quotient = rest / base;
    out[--start] = digit_char(rest - quotient * base);
    rest = quotient;
  } while (rest !== 0n);
  move_down(out, 0, start, WORD_DIGITS - start);
  return WORD_DIGITS - start;
}

export function i64_to_radix(n: i64, radix: i32, out: Chars): isize {
  if (radix === 10) return i64_to_chars(n, out);
  if (n >= 0n) return u64_to_radix(u64(n), radix, out);
  out[0] = MINUS;
  return 1 + u64_to_radix(u64(-n), radix, rffi.ptradd(out, 1));
}
