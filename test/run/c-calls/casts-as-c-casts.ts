// rffi.cast: numbers cut to their width, memory under another type, addresses, and NULL.
'use mixmod';
import { f32, f64, i32, i8, isize, lltype, rffi, u8, usize } from 'mixmod';
export function signedChar(x: i32): i8 { return rffi.cast(rffi.SIGNEDCHAR, x); }
export function char(x: i32): u8 { return rffi.cast(rffi.CHAR, x); }
export function fromReal(x: f64): isize { return rffi.cast(lltype.Signed, x); }
export function toSingle(x: f64): f64 { return rffi.cast(lltype.SingleFloat, x); }
export function fromSingle(x: f64): f64 { return rffi.cast(lltype.Float, f32(x)); }
export function toBool(x: f64): boolean { return rffi.cast(rffi.BOOL, x); }
export function largestSize(): boolean {
  const n: usize = rffi.cast(rffi.SIZE_T, -1);
  return n > 0 && rffi.cast(rffi.SSIZE_T, n) === -1;
}
export function wideMinusOne(): string {
  const x = rffi.cast(lltype.UniChar, -1);
  return `${x} ${rffi.cast(rffi.LONG, rffi.cast(rffi.INT, x))}`;
}
/** The bytes of longs, the lowest first. */
export function bytesOfLongs(): string {
  using a = lltype.scoped_alloc(rffi.LONGP.to, 2);
  a.ptr[0] = 0x0102;
  a.ptr[1] = -2;
  const bytes = rffi.cast(rffi.UCHARP, a.ptr);
  return `${bytes[0]} ${bytes[1]} ${bytes[7]} ${bytes[8]} ${bytes[15]}`;
}
export function thereAndBack(): string {
  using a = lltype.scoped_alloc(rffi.LONGP.to, 2, { zero: true });
  const unknown = rffi.cast(rffi.VOIDP, a.ptr);
  const address = rffi.cast(lltype.Signed, unknown);
  const back = rffi.cast(rffi.LONGP, rffi.cast(rffi.VOIDP, address));
  return `${back === a.ptr} ${rffi.cast(lltype.Unsigned, a.ptr) === usize(address)}`;
}
export function ofNull(): string {
  const none = lltype.nullptr(rffi.VOIDP.to);
  return `${rffi.cast(lltype.Signed, none)} ${rffi.cast(rffi.INTP, none) === null} ${rffi.cast(rffi.CCHARP, 0) === null}`;
}
export function subarray(): isize {
  using a = lltype.scoped_alloc(lltype.Array(lltype.Signed), 20);
  const start = lltype.direct_arrayitems(a.ptr);
  return rffi.cast(lltype.Signed, lltype.direct_ptradd(start, 3)) - rffi.cast(lltype.Signed, start);
}
export function signExtended(x: i32): string {
  const narrow = rffi.cast(rffi.SHORT, x);
  const unsigned = rffi.cast(rffi.USHORT, x);
  return `${rffi.cast(rffi.LONG, narrow)} ${rffi.cast(rffi.LONG, unsigned)} ${rffi.cast(rffi.LONGLONG, narrow)}`;
}
// signedChar(0x123456) → 86
// signedChar(0x123481) → -127
// char(0x123481) → 129
// fromReal(42.9) → 42
// toSingle(12.3) → 12.300000190734863
// fromSingle(12) → 12
// toBool(0.5) → true
// largestSize() → true
// wideMinusOne() → '4294967295 -1'
// bytesOfLongs() → '2 1 0 254 255'
// thereAndBack() → 'true true'
// ofNull() → '0 true true'
// subarray() → 24
// signExtended(-1) → '-1 65535 -1'
