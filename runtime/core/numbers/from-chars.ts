// StringToNumber (ECMA-262 7.1.4.1.1), parseFloat (19.2.4) and parseInt (19.2.5) of text in Latin-1 or, `wide`, UTF-16.
'use mixmod';
import { type f64, i32, type isize, rffi, type u16, u64 } from 'mixmod';
import { INFINITY, load_eight, unit_at, type Chars, type Words } from './memory.ts';
import { parse_unsigned_decimal, SCAN_POINTER } from './parse-decimal.ts';
import { digits_to_f64, end_of_digits } from './parse-radix.ts';
import { end_without_white_space, skip_white_space } from './white-space.ts';

const MINUS: u16 = 0x2d;
const PLUS: u16 = 0x2b;
const INFINITY_LENGTH = 8;

/** Number(text): 0 for what is blank, NaN for what is no number. */
export function chars_to_f64(text: Chars, length: isize, wide: boolean, scratch: Words): f64 {
  if (!wide && length < 9) {
    const integer = few_digits(text, length);
    if (integer >= 0) return integer;
  }
  const start = skip_white_space(text, length, wide);
  const end = end_without_white_space(text, start, length, wide);
  if (start === end) return 0;
  const first = unit_at(text, start, wide);
  if (first === 48 && end - start > 2) {
    const radix = prefix_radix(unit_at(text, start + 1, wide));
    if (radix !== 0) return whole_digits(text, start + 2, end, radix, wide);
  }
  const signed = first === MINUS || first === PLUS;
  const from = signed ? start + 1 : start;
  let number = parse_unsigned_decimal(text, from, end, wide, scratch);
  if (rffi.cast(SCAN_POINTER, scratch).at !== end) {
    if (!(end - from === INFINITY_LENGTH && is_infinity(text, from, wide))) return NaN;
    number = Infinity;
  }
  return first === MINUS ? -number : number;
}

/** The number of at most 8 digits; -1 of anything else. */
function few_digits(text: Chars, length: isize): i32 {
  let integer: i32 = length === 0 ? -1 : 0;
  for (let i: isize = 0; i < length; i++) {
    const digit = i32(text[i]) - 48;
    if (digit < 0 || digit > 9) return -1;
    integer = integer * 10 + digit;
  }
  return integer;
}

/** Of `0x`, `0o` and `0b`; 0 for others. */
function prefix_radix(unit: u16): i32 {
  switch (unit | 0x20) {
    case 0x78:
      return 16;
    case 0x6f:
      return 8;
    case 0x62:
      return 2;
    default:
      return 0;
  }
}

function whole_digits(text: Chars, start: isize, end: isize, radix: i32, wide: boolean): f64 {
  if (end_of_digits(text, start, end, radix, wide) !== end) return NaN;
  return digits_to_f64(text, start, end, radix, wide);
}

/** Do eight code units say `Infinity`? */
function is_infinity(text: Chars, at: isize, wide: boolean): boolean {
  if (!wide) return load_eight(text, at) === INFINITY;
  for (let i: isize = 0; i < INFINITY_LENGTH; i++)
    if (u64(unit_at(text, at + i, wide)) !== ((INFINITY >> u64(8 * i)) & 0xffn)) return false;
  return true;
}

/** parseFloat(text): the longest prefix that is a decimal literal; NaN if there is none. */
export function parse_float(text: Chars, length: isize, wide: boolean, scratch: Words): f64 {
  const start = skip_white_space(text, length, wide);
  if (start === length) return NaN;
  const first = unit_at(text, start, wide);
  const from = first === MINUS || first === PLUS ? start + 1 : start;
  let number = parse_unsigned_decimal(text, from, length, wide, scratch);
  if (number !== number && length - from >= INFINITY_LENGTH && is_infinity(text, from, wide))
    number = Infinity;
  return first === MINUS ? -number : number;
}

/** parseInt(text, radix): the radix is ToInt32 of the argument, 0 if there is none. */
export function parse_int(
  text: Chars,
  length: isize,
  wide: boolean,
  radix: i32,
  scratch: Words,
): f64 {
  let start = skip_white_space(text, length, wide);
  const first: u16 = start < length ? unit_at(text, start, wide) : 0;
  if (first === MINUS || first === PLUS) start++;
  let base = radix;
  const prefixed =
    (radix === 0 || radix === 16) &&
    length - start >= 2 &&
    unit_at(text, start, wide) === 48 &&
    (unit_at(text, start + 1, wide) | 0x20) === 0x78;
  if (prefixed) {
    start += 2;
    base = 16;
  } else if (radix === 0) base = 10;
  if (base < 2 || base > 36) return NaN;
  const end = end_of_digits(text, start, length, base, wide);
  if (end === start) return NaN;
  const number =
    base === 10
      ? parse_unsigned_decimal(text, start, end, wide, scratch)
      : digits_to_f64(text, start, end, base, wide);
  return first === MINUS ? -number : number;
}
