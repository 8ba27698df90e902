// The core's number conversion as JavaScript functions on typed arrays: what the tests exercise.
'use mixmod';
import { f64, i32, i64, isize, lltype, rffi, u64 } from 'mixmod';
import { u64_to_chars } from '../../runtime/core/numbers/decimal-digits.ts';
import { SCRATCH_BYTES, WORDS } from '../../runtime/core/numbers/memory.ts';
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
