// Numbers to strings and strings to numbers; the digits are made and read in `runtime/core/numbers/`.
import { type f64, i32, type i64, isize, lltype, rffi, type u64, usize } from 'mixmod';
import { copy_bytes } from '../gc/memory.ts';
import { chars_to_f64, parse_float, parse_int } from '../numbers/from-chars.ts';
import { CHARS, WORDS, type Chars, type Words } from '../numbers/memory.ts';
import { f64_to_chars, i64_to_chars } from '../numbers/to-chars.ts';
import {
  f64_to_exponential,
  f64_to_fixed,
  f64_to_precision,
  f64_to_shortest_exponential,
} from '../numbers/to-fixed.ts';
import { f64_to_radix, i64_to_radix, u64_to_radix } from '../numbers/to-radix.ts';
import { u64_to_chars } from '../numbers/decimal-digits.ts';
import { flat } from './flat.ts';
import { character, length_of, new_string8, raise_at, UNITS_OFFSET } from './layout.ts';
import { is_wide } from './units.ts';

const CHARS_POINTER = lltype.Ptr(CHARS);
const WORDS_POINTER = lltype.Ptr(WORDS);

/** Memory of the environment: RADIX_BYTES for a text, SCRATCH_BYTES behind them for what makes it. */
const number_room = rffi.llexternal('mm.number_room', [], rffi.SIZE_T);
const TEXT_BYTES: usize = 2560;

function room(): Chars {
  return rffi.cast(CHARS_POINTER, number_room());
}
function scratch(): Words {
  return rffi.cast(WORDS_POINTER, number_room() + TEXT_BYTES);
}

/** What was written into the room. */
function written(count: isize): usize {
  const made = new_string8(usize(count));
  copy_bytes(number_room(), made + UNITS_OFFSET, usize(count));
  return made;
}

export function string_of_number(x: f64): usize {
  if (x >= 0 && x < 10 && Math.trunc(x) === x) return character(usize(x) + 48);
  return written(f64_to_chars(x, room()));
}
export function string_of_i64(n: i64): usize {
  return written(i64_to_chars(n, room()));
}
export function string_of_u64(n: u64): usize {
  return written(u64_to_chars(n, room()));
}

/** Of a radix as ToIntegerOrInfinity gives it. */
function checked_radix(site: usize, radix: isize): i32 {
  if (radix < 2 || radix > 36) raise_at(site);
  return i32(radix);
}
export function string_of_number_radix(site: usize, x: f64, radix: isize): usize {
  const base = checked_radix(site, radix);
  return written(f64_to_radix(x, base, room()));
}
export function string_of_i64_radix(site: usize, n: i64, radix: isize): usize {
  const base = checked_radix(site, radix);
  return written(i64_to_radix(n, base, room()));
}
export function string_of_u64_radix(site: usize, n: u64, radix: isize): usize {
  const base = checked_radix(site, radix);
  return written(u64_to_radix(n, base, room()));
}

// ---- toFixed, toExponential, toPrecision: ECMA-262 21.1.3 ----

export function number_to_fixed(site: usize, x: f64, digits: isize): usize {
  if (digits < 0 || digits > 100) raise_at(site);
  return written(f64_to_fixed(x, i32(digits), room(), scratch()));
}
export function number_to_exponential(site: usize, x: f64, digits: isize): usize {
  // Of what is not finite the digits are not looked at.
  if (x - x === 0 && (digits < 0 || digits > 100)) raise_at(site);
  return written(f64_to_exponential(x, i32(digits), room(), scratch()));
}
/** Without an argument: as many digits as needed. */
export function number_to_shortest_exponential(x: f64): usize {
  return written(f64_to_shortest_exponential(x, room()));
}
export function number_to_precision(site: usize, x: f64, digits: isize): usize {
  if (x - x === 0 && (digits < 1 || digits > 100)) raise_at(site);
  return written(f64_to_precision(x, i32(digits), room(), scratch()));
}

// ---- from text ----

function chars_of(flat: usize): Chars {
  return rffi.cast(CHARS_POINTER, flat + UNITS_OFFSET);
}
export function number_of_string(text: usize): f64 {
  const units = flat(text);
  return chars_to_f64(chars_of(units), isize(length_of(text)), is_wide(units), scratch());
}
export function number_parse_float(text: usize): f64 {
  const units = flat(text);
  return parse_float(chars_of(units), isize(length_of(text)), is_wide(units), scratch());
}
/** The radix is ToInt32 of the argument. */
export function number_parse_int(text: usize, radix: i32): f64 {
  const units = flat(text);
  return parse_int(chars_of(units), isize(length_of(text)), is_wide(units), radix, scratch());
}
