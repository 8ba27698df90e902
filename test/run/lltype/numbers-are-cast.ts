// cast_primitive between all kinds of numbers, and names given to them by Typedef.
'use mixmod';
import { f32, f64, i32, i64, i8, isize, lltype, rffi, u32, u8, usize } from 'mixmod';
export function toFloat(x: i32): f64 { return lltype.cast_primitive(lltype.Float, x); }
export function fromSingle(x: f64): f64 { return lltype.cast_primitive(lltype.Float, f32(x)); }
export function toSingle(x: f64): f32 { return lltype.cast_primitive(lltype.SingleFloat, x); }
export function toSigned(x: f64): isize { return lltype.cast_primitive(lltype.Signed, x); }
export function toUnsigned(x: f64): usize { return lltype.cast_primitive(lltype.Unsigned, x); }
export function unsignedToSigned(x: i32): isize {
  const word: usize = lltype.cast_primitive(lltype.Unsigned, x);
  return lltype.cast_primitive(lltype.Signed, word);
}
export function toChar(x: i32): u8 { return lltype.cast_primitive(lltype.Char, x); }
export function boolToChar(x: boolean): u8 { return lltype.cast_primitive(lltype.Char, x); }
export function toBool(x: i32): boolean { return lltype.cast_primitive(lltype.Bool, x); }
export function charToSigned(x: u8): isize { return lltype.cast_primitive(lltype.Signed, x); }
export function toUniChar(x: i32): u32 { return lltype.cast_primitive(lltype.UniChar, x); }
export function toLongLong(x: u32): i64 { return lltype.cast_primitive(lltype.SignedLongLong, x); }
export function fromLongLong(x: i64): i32 { return lltype.cast_primitive(rffi.INT, x); }
export function signExtended(x: i8): isize { return lltype.cast_primitive(lltype.Signed, x); }
const ID = lltype.Typedef(rffi.INT, 'my_id');
const ID2 = lltype.Typedef(ID, 'my_other_id');
const RECORD = lltype.Struct('Record', ['id', ID], ['other', ID2]);
export function named(x: i32): string {
  using r = lltype.scoped_alloc(RECORD);
  r.ptr.id = x;
  r.ptr.other = r.ptr.id;
  const wrapped = rffi.cast(ID2, 4294967297);
  return `${r.ptr.other} ${rffi.sizeof(ID2)} ${wrapped} ${rffi.sizeof(RECORD)}`;
}
const IDS = rffi.CArray(ID);
export function throughNamed(): i32 {
  using ids = lltype.scoped_alloc(IDS, 2, { zero: true });
  const ints = rffi.cast(rffi.INTP, ids.ptr);
  ints[1] = 6;
  return ids.ptr[1];
}
// toFloat(1) → 1
// fromSingle(2.1) → 2.0999999046325684
// toSingle(16777217) → 16777216
// toSigned(-1.9) → -1
// toUnsigned(1.9) → 1
// unsignedToSigned(-1) → -1
// toChar(97) → 97
// toChar(-1) → 255
// boolToChar(true) → 1
// toBool(7) → true
// charToSigned(255) → 255
// toUniChar(-1) → 4294967295
// toLongLong(4294967295) → 4294967295n
// fromLongLong(-4294967295n) → 1
// signExtended(-1) → -1
// named(9) → '9 4 1 8'
// throughNamed() → 6
