// The core's number conversion as JavaScript functions on typed arrays: what the tests exercise.
'use mixmod';
import { type f64, type i32, type i64, isize, lltype, rffi, type u64 } from 'mixmod';
import { u64_to_chars } from '../../runtime/core/numbers/decimal-digits.ts';
import { chars_to_f64, parse_float, parse_int } from '../../runtime/core/numbers/from-chars.ts';
import { CHARS, RADIX_BYTES, SCRATCH_BYTES, WORDS } from '../../runtime/core/numbers/memory.ts';
import { f64_to_chars, i64_to_chars } from '../../runtime/core/numbers/to-chars.ts';
import {
  f64_to_exponential,
  f64_to_fixed,
  f64_to_precision,
  f64_to_shortest_exponential,
} from '../../runtime/core/numbers/to-fixed.ts';
import { f64_to_radix, i64_to_radix, u64_to_radix } from '../../runtime/core/numbers/to-radix.ts';

const SCRATCH_WORDS = SCRATCH_BYTES / 4;

/** Writes each number and, behind its last character, a blank; the number of bytes. Room for 33 bytes each. */
export function to_texts(numbers: Float64Array, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  let end: isize = 0;
  for (let i: isize = 0; i < numbers.length; i++) {
    end += f64_to_chars(numbers[i], rffi.ptradd(buffer.ptr, end));
    buffer.ptr[end++] = 32;
  }
  return end;
}
export function to_text(x: f64, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  return f64_to_chars(x, buffer.ptr);
}
export function i64_to_text(n: i64, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  return i64_to_chars(n, buffer.ptr);
}
export function u64_to_text(n: u64, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  return u64_to_chars(n, buffer.ptr);
}

export function to_fixed(x: f64, places: i32, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_WORDS);
  return f64_to_fixed(x, places, buffer.ptr, scratch.ptr);
}
export function to_exponential(x: f64, places: i32, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_WORDS);
  return f64_to_exponential(x, places, buffer.ptr, scratch.ptr);
}
export function to_shortest_exponential(x: f64, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  return f64_to_shortest_exponential(x, buffer.ptr);
}
export function to_precision(x: f64, precision: i32, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_WORDS);
  return f64_to_precision(x, precision, buffer.ptr, scratch.ptr);
}
export function to_radix(x: f64, radix: i32, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  return f64_to_radix(x, radix, buffer.ptr);
}
export function i64_to_radix_text(n: i64, radix: i32, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  return i64_to_radix(n, radix, buffer.ptr);
}
export function u64_to_radix_text(n: u64, radix: i32, out: Uint8Array): isize {
  using buffer = rffi.scoped_nonmovingbuffer(out);
  return u64_to_radix(n, radix, buffer.ptr);
}

/** `wide`: the bytes are UTF-16. */
export function from_text(text: Uint8Array, wide: boolean): f64 {
  using buffer = rffi.scoped_nonmovingbuffer(text);
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_WORDS);
  return chars_to_f64(buffer.ptr, units_in(text, wide), wide, scratch.ptr);
}
export function float_from_text(text: Uint8Array, wide: boolean): f64 {
  using buffer = rffi.scoped_nonmovingbuffer(text);
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_WORDS);
  return parse_float(buffer.ptr, units_in(text, wide), wide, scratch.ptr);
}
export function int_from_text(text: Uint8Array, wide: boolean, radix: i32): f64 {
  using buffer = rffi.scoped_nonmovingbuffer(text);
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_WORDS);
  return parse_int(buffer.ptr, units_in(text, wide), wide, radix, scratch.ptr);
}
function units_in(text: Uint8Array, wide: boolean): isize {
  return wide ? isize(text.length) / 2 : text.length;
}

/** The numbers between the blanks. */
export function from_texts(texts: Uint8Array, numbers: Float64Array): void {
  using buffer = rffi.scoped_nonmovingbuffer(texts);
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_WORDS);
  let start: isize = 0;
  for (let i: isize = 0; i < numbers.length; i++) {
    let end = start;
    while (buffer.ptr[end] !== 32) end++;
    numbers[i] = chars_to_f64(rffi.ptradd(buffer.ptr, start), end - start, false, scratch.ptr);
    start = end + 1;
  }
}

/** The sum of the lengths, so that the work is used. `form`: 0 toFixed, 1 toPrecision, 2 toExponential, 3 a radix. */
export function lengths(numbers: Float64Array, form: i32, digits: i32): isize {
  using out = lltype.scoped_alloc(CHARS, RADIX_BYTES);
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_WORDS);
  let sum: isize = 0;
  for (const x of numbers) {
    if (form === 0) sum += f64_to_fixed(x, digits, out.ptr, scratch.ptr);
    else if (form === 1) sum += f64_to_precision(x, digits, out.ptr, scratch.ptr);
    else if (form === 2) sum += f64_to_exponential(x, digits, out.ptr, scratch.ptr);
    else sum += f64_to_radix(x, digits, out.ptr);
  }
  return sum;
}
