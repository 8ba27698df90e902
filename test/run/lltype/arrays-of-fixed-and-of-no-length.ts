// Fixed arrays, alone and inside of structures, and arrays that store no length.
'use mixmod';
import { i16, i32, isize, lltype, rffi } from 'mixmod';
const FIVE = lltype.FixedSizeArray(lltype.Signed, 5);
const INSIDE = lltype.Struct('Inside', ['n1', rffi.CHAR], ['a', FIVE], ['n2', rffi.CHAR]);
const GRID = lltype.FixedSizeArray(lltype.FixedSizeArray(rffi.SHORT, 3), 2);
const UNCOUNTED = lltype.Array(lltype.Signed, { hints: { nolength: true } });
const PLACES = rffi.CArray(lltype.Struct('Place', ['x', rffi.CHAR], ['y', rffi.INT]));
export function ends(): string {
  using a = lltype.scoped_alloc(FIVE, { zero: true });
  a.ptr[0] = 5;
  a.ptr[4] = 83;
  let all = '';
  for (let i: isize = 0; i < a.ptr.length; i++) all += `${a.ptr[i]},`;
  return all;
}
export function lengthOfFixed(): isize {
  using a = lltype.scoped_alloc(FIVE);
  return a.ptr.length;
}
export function inside(): string {
  using p = lltype.scoped_alloc(INSIDE, { zero: true });
  p.ptr.a[3] = 17;
  return `${p.ptr.a[3]} ${p.ptr.a.length} ${rffi.offsetof(INSIDE, 'a')} ${rffi.sizeof(INSIDE)}`;
}
export function beyond(i: i32): isize {
  using p = lltype.scoped_alloc(INSIDE, { zero: true });
  p.ptr.a[i] = 1;
  return p.ptr.a[i];
}
export function grid(): string {
  using g = lltype.scoped_alloc(GRID, { zero: true });
  for (let i: i32 = 0; i < 2; i++) for (let k: i32 = 0; k < 3; k++) g.ptr[i][k] = i16(i * 3 + k);
  return `${rffi.cast(rffi.SHORTP, g.ptr)[5]} ${g.ptr[1].length} ${rffi.sizeof(GRID)}`;
}
export function uncounted(n: i32): isize {
  using a = lltype.scoped_alloc(UNCOUNTED, n);
  for (let i: i32 = 0; i < n; i++) a.ptr[i] = i * i;
  return a.ptr[n - 1];
}
export function sameAsCArray(): boolean {
  using a = lltype.scoped_alloc(UNCOUNTED, 1);
  const p: lltype.Ptr<typeof rffi.LONGP.to> = rffi.cast(rffi.LONGP, a.ptr);
  return lltype.cast_ptr_to_int(p) === lltype.cast_ptr_to_int(a.ptr);
}
export function strides(): isize {
  using a = lltype.scoped_alloc(PLACES, 3);
  return lltype.cast_ptr_to_int(a.ptr[2]) - lltype.cast_ptr_to_int(a.ptr[1]);
}
// ends() → '5,0,0,0,83,'
// lengthOfFixed() → 5
// inside() → '17 5 8 56'
// beyond(5) → RangeError: index 5 is out of range for length 5
// beyond(-1) → RangeError: index -1 is out of range for length 5
// grid() → '5 3 12'
// uncounted(10) → 81
// sameAsCArray() → true
// strides() → 8
