// Each primitive of lltype as a field, with values at its bounds, and unions, whose fields share their bytes.
'use mixmod';
import { type f64, type i32, lltype, rffi } from 'mixmod';
const ALL = lltype.Struct(
  'All',
  ['s', lltype.Signed], ['u', lltype.Unsigned], ['ll', lltype.SignedLongLong], ['ull', lltype.UnsignedLongLong],
  ['d', lltype.Float], ['f', lltype.SingleFloat], ['ld', lltype.LongFloat], ['c', lltype.Char], ['w', lltype.UniChar], ['b', lltype.Bool],
);
const EITHER = lltype.Union('Either', ['whole', lltype.UnsignedLongLong], ['real', lltype.Float], ['bytes', rffi.CFixedArray(rffi.UCHAR, 8)]);
const TAGGED = lltype.Struct('Tagged', ['tag', lltype.Char], ['value', EITHER]);
export function integers(): string {
  using p = lltype.scoped_alloc(ALL);
  p.ptr.s = -9007199254740991;
  p.ptr.u = 9007199254740991;
  p.ptr.ll = -(2n ** 63n);
  p.ptr.ull = 2n ** 64n - 1n;
  return `${p.ptr.s} ${p.ptr.u} ${p.ptr.ll} ${p.ptr.ull}`;
}
export function reals(x: f64): string {
  using p = lltype.scoped_alloc(ALL);
  p.ptr.d = x;
  p.ptr.f = lltype.cast_primitive(lltype.SingleFloat, x);
  p.ptr.ld = x;
  return `${p.ptr.d} ${p.ptr.f} ${p.ptr.ld}`;
}
export function characters(): string {
  using p = lltype.scoped_alloc(ALL);
  p.ptr.c = 255;
  p.ptr.w = 0x1f600;
  p.ptr.b = true;
  return `${p.ptr.c} ${p.ptr.w} ${p.ptr.b} ${rffi.sizeof(lltype.Char)}${rffi.sizeof(lltype.UniChar)}${rffi.sizeof(lltype.Bool)}`;
}
export function offsets(): string {
  return `${rffi.offsetof(ALL, 'f')} ${rffi.offsetof(ALL, 'ld')} ${rffi.offsetof(ALL, 'w')} ${rffi.offsetof(ALL, 'b')} ${rffi.sizeof(ALL)}`;
}
export function sharedBytes(x: f64): string {
  using u = lltype.scoped_alloc(EITHER);
  u.ptr.real = x;
  u.ptr.bytes[7] |= 0x80;
  return `${u.ptr.whole.toString(16)} ${u.ptr.real} ${rffi.sizeof(EITHER)}`;
}
export function unionInside(): string {
  using t = lltype.scoped_alloc(TAGGED, { zero: true });
  t.ptr.value.whole = 0x0102n;
  return `${t.ptr.value.bytes[0]} ${t.ptr.value.bytes[1]} ${rffi.offsetof(TAGGED, 'value')} ${rffi.sizeof(TAGGED)}`;
}
/** Of another signedness, a field holds what the conversion gives. */
export function wrapped(n: i32): string {
  using p = lltype.scoped_alloc(ALL);
  p.ptr.ull = lltype.cast_primitive(lltype.UnsignedLongLong, n);
  p.ptr.c = lltype.cast_primitive(lltype.Char, n);
  p.ptr.ll = lltype.cast_primitive(lltype.SignedLongLong, p.ptr.ull);
  return `${p.ptr.c} ${p.ptr.ll}`;
}
const ALIGNED = lltype.Struct('Aligned', ['x', rffi.CHAR], { hints: { align: 32 } });
const AFTER = lltype.Struct('After', ['x', rffi.CHAR], ['aligned', ALIGNED]);
export function aligned(): string {
  using p = lltype.scoped_alloc(AFTER);
  const distance = lltype.cast_ptr_to_int(p.ptr.aligned) - lltype.cast_ptr_to_int(p.ptr);
  return `${rffi.sizeof(ALIGNED)} ${distance} ${rffi.sizeof(AFTER)}`;
}
// integers() → '-9007199254740991 9007199254740991 -9223372036854775808 18446744073709551615'
// reals(0.1) → '0.1 0.10000000149011612 0.1'
// characters() → '255 128512 true 141'
// offsets() → '40 48 68 72 80'
// sharedBytes(1.5) → 'bff8000000000000 -1.5 8'
// unionInside() → '2 1 8 16'
// wrapped(-2) → '254 -2'
// aligned() → '32 32 64'
