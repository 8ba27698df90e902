// Decimal digits and an exponent → the text that Number::toString makes of them (ECMA-262 6.1.6.1.20, steps 6 to 11).
'use mixmod';
import { type i32, isize, rarithmetic, u64, u8 } from 'mixmod';
import { count_of_digits, eight_digits, ZEROS } from './decimal-digits.ts';
import { store_eight, type Chars } from './memory.ts';
import { TENS } from './powers-of-ten.ts';

const POINT = 0x2e;
/** `0.000000` */
const ZERO_AND_POINT: u64 = 0x3030303030302e30n;
const MOST_DIGITS = 17;

/**
 * digits * 10 ** exponent, 0 < digits < 10 ** 17, into at least 31 bytes; how many. The digits are scaled to 17: one, and two
 * words of eight, with zeros at the end that count as long as they stand before the point.
 */
export function decimal_to_chars(digits: u64, exponent: i32, out: Chars): isize {
  const length = count_of_digits(digits);
  const scaled = digits * TENS[MOST_DIGITS - length];
  const first = scaled / 10000000000000000n;
  const rest = scaled - first * 10000000000000000n;
  const upper = rest / 100000000n;
  const high = eight_digits(upper);
  const low = eight_digits(rest - upper * 100000000n);
  const count = significant(high, low);
  // The value is 0.ddd * 10 ** point.
  const point = isize(exponent) + length;
  const start = u8(48n + first);
  if (point > 0 && point <= 21)
    return write_plain(start, high | ZEROS, low | ZEROS, count, point, out);
  if (point > -6 && point <= 0) {
    store_eight(out, 0, ZERO_AND_POINT);
    write_digits(start, high | ZEROS, low | ZEROS, out, 2 - point);
    return 2 - point + count;
  }
  return write_exponential(start, high | ZEROS, low | ZEROS, count, point - 1, out);
}

/** How many of the 17 digits are not zeros at the end. */
function significant(high: u64, low: u64): isize {
  if (low !== 0n) return 17 - isize(rarithmetic.count_leading_zeros(low) >> 3n);
  return 9 - isize(rarithmetic.count_leading_zeros(high) >> 3n);
}

function write_digits(first: u8, high: u64, low: u64, out: Chars, at: isize): void {
  out[at] = first;
  store_eight(out, at + 1, high);
  store_eight(out, at + 9, low);
}

/** Digits with the point among or behind them. */
function write_plain(
  first: u8,
  high: u64,
  low: u64,
  count: isize,
  point: isize,
  out: Chars,
): isize {
  write_digits(first, high, low, out, 0);
  if (count <= point) {
    // Behind the 17 digits there are at most four zeros.
    store_eight(out, MOST_DIGITS, ZEROS);
    return point;
  }
  // The digits behind the point once more, one further.
  const before = u64(point - 1) << 3n;
  if (point <= 8) {
    const joined = (high >> before) | ((low << 8n) << (56n - before));
    store_eight(out, point + 1, joined);
    store_eight(out, point + 9, low >> before);
  } else store_eight(out, point + 1, low >> (before - 64n));
  out[point] = POINT;
  return count + 1;
}

/** `d.ddde+x` */
function write_exponential(
  first: u8,
  high: u64,
  low: u64,
  count: isize,
  exponent: isize,
  out: Chars,
): isize {
  out[0] = first;
  out[1] = POINT;
  store_eight(out, 2, high);
  store_eight(out, 10, low);
  return write_exponent(exponent, out, count === 1 ? 1 : count + 1);
}

/** `e+x` or `e-x` behind the characters that are there; how many there are then. */
export function write_exponent(exponent: isize, out: Chars, at: isize): isize {
  out[at] = 0x65;
  out[at + 1] = exponent < 0 ? 0x2d : 0x2b;
  const magnitude = exponent < 0 ? -exponent : exponent;
  let end = at + 2;
  if (magnitude >= 100) out[end++] = u8(48 + magnitude / 100);
  if (magnitude >= 10) out[end++] = u8(48 + ((magnitude / 10) % 10));
  out[end] = u8(48 + (magnitude % 10));
  return end + 1;
}
