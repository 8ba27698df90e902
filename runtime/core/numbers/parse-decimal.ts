// The text of a decimal literal → the nearest double, ties to even (ECMA-262 7.1.4.1.1, StringNumericLiteral of StrDecimalLiteral).
'use mixmod';
import { f64, i64, isize, lltype, rffi, type u16, u64 } from 'mixmod';
import { decimal_to_f64 } from './decimal-to-f64.ts';
import { long_decimal_to_f64 } from './long-decimal.ts';
import { load_eight, unit_at, type Chars, type Words } from './memory.ts';
import { EXACT_TENS } from './powers-of-ten.ts';

const EIGHT_ZEROS: u64 = 0x3030303030303030n;
const MOST_DIGITS = 19;
/** Beyond this, exponents only tell zero from infinity; texts are not that long. */
const EXPONENT_LIMIT: i64 = 1000000000000000n;
const EXACT_INTEGERS: u64 = 9007199254740992n;

/** Where a scan of digits has got to, and the digits so far, modulo 2 ** 64. */
export const SCAN = lltype.Struct('Scan', ['at', rffi.SSIZE_T], ['digits', rffi.ULONGLONG]);
export type Scan = lltype.Ptr<typeof SCAN>;
export const SCAN_POINTER = lltype.Ptr(SCAN);

export function is_digit(unit: u16): boolean {
  return unit >= 48 && unit <= 57;
}

/** Are these eight characters digits? Adding 0x46 to a byte above '9', or taking '0' from one below, sets its upper bit. */
function are_digits(characters: u64): boolean {
  const above = characters + 0x4646464646464646n;
  const below = characters - EIGHT_ZEROS;
  return ((above | below) & 0x8080808080808080n) === 0n;
}

/** The number that eight digits write: neighbours are joined three times. */
function eight_digit_value(characters: u64): u64 {
  const ones = characters - EIGHT_ZEROS;
  const tens = ones * 10n + (ones >> 8n);
  const even = (tens & 0x000000ff000000ffn) * 0x000f424000000064n;
  const odd = ((tens >> 16n) & 0x000000ff000000ffn) * 0x0000271000000001n;
  return (even + odd) >> 32n;
}

/** Takes the digits from `scan.at` on. */
function scan_digits(text: Chars, end: isize, wide: boolean, scan: Scan): void {
  let at = scan.at;
  let digits = scan.digits;
  if (!wide) {
    while (end - at >= 8) {
      const eight = load_eight(text, at);
      if (!are_digits(eight)) break;
      digits = digits * 100000000n + eight_digit_value(eight);
      at += 8;
    }
  }
  while (at < end) {
    const unit = unit_at(text, at, wide);
    if (!is_digit(unit)) break;
    digits = digits * 10n + u64(unit - 48);
    at++;
  }
  scan.at = at;
  scan.digits = digits;
}

/** The exponent behind an `e` at `scan.at`, which then is its end; 0, and nothing taken, if it has no digits. */
function scan_exponent(text: Chars, end: isize, wide: boolean, scan: Scan): i64 {
  let at = scan.at + 1;
  const sign: u16 = at < end ? unit_at(text, at, wide) : 0;
  if (sign === 0x2b || sign === 0x2d) at++;
  const start = at;
  let exponent: i64 = 0n;
  for (; at < end; at++) {
    const unit = unit_at(text, at, wide);
    if (!is_digit(unit)) break;
    if (exponent < EXPONENT_LIMIT) exponent = exponent * 10n + i64(unit - 48);
  }
  if (at === start) return 0n;
  scan.at = at;
  return sign === 0x2d ? -exponent : exponent;
}

/**
 * Digits, point and exponent without a sign, from `start`: the number, and in `scan.at` where it ends. NaN, and the end at
 * `start`, where there is none.
 */
export function parse_unsigned_decimal(
  text: Chars,
  start: isize,
  end: isize,
  wide: boolean,
  scratch: Words,
): f64 {
  const scan = rffi.cast(SCAN_POINTER, scratch);
  scan.at = start;
  scan.digits = 0n;
  scan_digits(text, end, wide, scan);
  let count = scan.at - start;
  let exponent: i64 = 0n;
  if (scan.at < end && unit_at(text, scan.at, wide) === 0x2e) {
    const point = scan.at;
    scan.at = point + 1;
    scan_digits(text, end, wide, scan);
    const places = scan.at - point - 1;
    exponent = -i64(places);
    count += places;
  }
  if (count === 0) {
    scan.at = start;
    return NaN;
  }
  const stop = scan.at;
  if (stop < end && (unit_at(text, stop, wide) | 0x20) === 0x65)
    exponent += scan_exponent(text, end, wide, scan);
  const digits = scan.digits;
  if (count > MOST_DIGITS) return parse_long(text, start, stop, wide, exponent, scratch);
  if (digits < EXACT_INTEGERS && exponent >= -22n && exponent <= 22n) {
    // Clinger 1990: both are exact, so that one operation rounds once.
    return exponent < 0n
      ? f64(digits) / EXACT_TENS[isize(-exponent)]
      : f64(digits) * EXACT_TENS[isize(exponent)];
  }
  return decimal_to_f64(digits, exponent);
}

/** More than 19 digits, zeros in front among them. */
function parse_long(
  text: Chars,
  start: isize,
  stop: isize,
  wide: boolean,
  exponent: i64,
  scratch: Words,
): f64 {
  const scan = rffi.cast(SCAN_POINTER, scratch);
  const end = scan.at;
  const number = long_decimal_to_f64(text, start, stop, wide, exponent, scratch);
  scan.at = end;
  return number;
}
