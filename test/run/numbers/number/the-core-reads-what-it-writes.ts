// The runtime core's number conversion, in all executions: text and back, and what the text is, as a sum over its characters.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
import { chars_to_f64, parse_int } from '../../../../runtime/core/numbers/from-chars.ts';
import { CHARS, SCRATCH_BYTES, WORDS, type Chars } from '../../../../runtime/core/numbers/memory.ts';
import { f64_to_chars } from '../../../../runtime/core/numbers/to-chars.ts';
import { f64_to_fixed, f64_to_precision } from '../../../../runtime/core/numbers/to-fixed.ts';
import { f64_to_radix } from '../../../../runtime/core/numbers/to-radix.ts';

export function roundTrip(x: number): number {
  using out = lltype.scoped_alloc(CHARS, 40, { zero: true });
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_BYTES / 4, { zero: true });
  return chars_to_f64(out.ptr, f64_to_chars(x, out.ptr), false, scratch.ptr);
}
function hash(out: Chars, length: isize): i32 {
  let sum: i32 = 0;
  for (let i: isize = 0; i < length; i++) sum = sum * 31 + i32(out[i]);
  return sum;
}
export function text(x: number): i32 {
  using out = lltype.scoped_alloc(CHARS, 40, { zero: true });
  return hash(out.ptr, f64_to_chars(x, out.ptr));
}
export function fixed(x: number, places: i32): i32 {
  using out = lltype.scoped_alloc(CHARS, 160, { zero: true });
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_BYTES / 4, { zero: true });
  return hash(out.ptr, f64_to_fixed(x, places, out.ptr, scratch.ptr));
}
export function precise(x: number, digits: i32): i32 {
  using out = lltype.scoped_alloc(CHARS, 160, { zero: true });
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_BYTES / 4, { zero: true });
  return hash(out.ptr, f64_to_precision(x, digits, out.ptr, scratch.ptr));
}
export function backFromRadix(x: number, radix: i32): number {
  using out = lltype.scoped_alloc(CHARS, 2304, { zero: true });
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_BYTES / 4, { zero: true });
  return parse_int(out.ptr, f64_to_radix(x, radix, out.ptr), false, radix, scratch.ptr);
}
/** 0.5 with so many zeros behind it and a 1: all digits are looked at. */
export function tie(zeros: i32): number {
  using out = lltype.scoped_alloc(CHARS, isize(zeros) + 20, { zero: true });
  using scratch = lltype.scoped_alloc(WORDS, SCRATCH_BYTES / 4, { zero: true });
  // 9007199254740993 is between two doubles.
  let length = f64_to_chars(900719925474099, out.ptr);
  out.ptr[length++] = 51;
  out.ptr[length++] = 46;
  for (let i: i32 = 0; i < zeros; i++) out.ptr[length++] = 48;
  out.ptr[length++] = 49;
  return chars_to_f64(out.ptr, length, false, scratch.ptr);
}
// roundTrip(0) → 0
// roundTrip(123.456) → 123.456
// roundTrip(0.1) → 0.1
// roundTrip(5e-324) → 5e-324
// roundTrip(1.7976931348623157e+308) → 1.7976931348623157e+308
// roundTrip(1e+23) → 1e+23
// roundTrip(-12.5) → -12.5
// roundTrip(NaN) → NaN
// roundTrip(-Infinity) → -Infinity
// text(0) → 48
// text(0.1) → 47603
// text(123456789) → -1867378635
// text(1e+21) → 48304342
// text(1.5e-7) → 1446987799
// text(-0.000001) → 1614947500
// text(100.25) → 1448633184
// text(NaN) → 78043
// fixed(1.005, 2) → 1505501
// fixed(25.5, 0) → 1604
// fixed(0.1, 30) → -2052656567
// fixed(123456.789, 1) → -1861353619
// precise(123.456, 4) → 46792569
// precise(0.00001, 2) → 1346019741
// precise(1e+300, 20) → 943143986
// backFromRadix(1234567, 36) → 1234567
// backFromRadix(-255, 16) → -255
// tie(100) → 9007199254740994
