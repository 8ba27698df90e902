// Natural numbers below 2 ** 64 → their decimal digits, eight at a time in one word.
'use mixmod';
import { isize, rarithmetic, rffi, u32, type u64 } from 'mixmod';
import { store_eight, type Chars } from './memory.ts';
import { TENS } from './powers-of-ten.ts';

/** Eight times '0'. */
export const ZEROS: u64 = 0x3030303030303030n;
const EIGHT_DIGITS: u64 = 100000000n;
const SIXTEEN_DIGITS: u64 = 10000000000000000n;

/**
 * The eight digits of n < 10 ** 8, each in a byte, the first in the lowest: quotients and remainders of 10000, 100 and 10 are
 * computed for two, four and eight fields of the word at once. The multipliers are reciprocals, exact for the field's range.
 */
export function eight_digits(n: u64): u64 {
  const upper = n / 10000n;
  const fours = upper | ((n - upper * 10000n) << 32n);
  const hundreds = ((fours * 10486n) >> 20n) & 0x7f0000007fn;
  const twos = hundreds | ((fours - hundreds * 100n) << 16n);
  const tens = ((twos * 103n) >> 10n) & 0x000f000f000f000fn;
  return tens | ((twos - tens * 10n) << 8n);
}

/** How many decimal digits n has; 1 for 0. */
export function count_of_digits(n: u64): isize {
  const bits = 64n - rarithmetic.count_leading_zeros(n | 1n);
  // bits * log10(2): floor(log10(n)), or one more than that.
  const estimate = isize((bits * 1233n) >> 12n);
  return estimate + isize(n >= TENS[estimate] || n === 0n);
}

/** n < 1000 without leading zeros, without a jump that could be mispredicted. Four bytes are written. */
function write_three(n: u32, out: Chars): isize {
  const hundreds = (n * 5243) >> 19;
  const rest = n - hundreds * 100;
  const tens = (rest * 103) >> 10;
  const digits = hundreds | (tens << 8) | ((rest - tens * 10) << 16);
  const leading = u32(n < 100) + u32(n < 10);
  rffi.cast(rffi.UINTP, out)[0] = (digits | 0x303030) >> (leading << 3);
  return 3 - isize(leading);
}

/** n < 10 ** 8 without leading zeros. Eight bytes are written. */
function write_short(n: u64, out: Chars): isize {
  if (n < 1000n) return write_three(u32(n), out);
  const digits = eight_digits(n);
  const lowest = digits & -digits;
  const leading = (63n - rarithmetic.count_leading_zeros(lowest)) & 0x38n;
  store_eight(out, 0, (digits | ZEROS) >> leading);
  return 8 - isize(leading >> 3n);
}

function write_eight(n: u64, out: Chars, at: isize): void {
  store_eight(out, at, eight_digits(n) | ZEROS);
}

/** Decimal digits of n into at least 24 bytes; how many. */
export function u64_to_chars(n: u64, out: Chars): isize {
  if (n < EIGHT_DIGITS) return write_short(n, out);
  const upper = n / EIGHT_DIGITS;
  const lower = n - upper * EIGHT_DIGITS;
  if (n < SIXTEEN_DIGITS) {
    const length = write_short(upper, out);
    write_eight(lower, out, length);
    return length + 8;
  }
  const highest = upper / EIGHT_DIGITS;
  const length = write_short(highest, out);
  write_eight(upper - highest * EIGHT_DIGITS, out, length);
  write_eight(lower, out, length + 8);
  return length + 16;
}
