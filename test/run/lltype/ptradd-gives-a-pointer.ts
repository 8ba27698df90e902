'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const BYTES = rffi.CArray(rffi.UCHAR);
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const POINTS = rffi.CArray(POINT);
const PAIRS = rffi.CArray(lltype.FixedSizeArray(rffi.INT, 2));
export function bytes(by: isize): i32 {
  using p = lltype.scoped_alloc(BYTES, 4, { zero: true });
  const q = rffi.ptradd(p.ptr, by);
  q[0] = 9;
  return i32(p.ptr[1]) * 100 + i32(p.ptr[2]) * 10 + i32(rffi.ptradd(q, -1)[1]);
}
export function structures(): i32 {
  using p = lltype.scoped_alloc(POINTS, 3, { zero: true });
  rffi.ptradd(p.ptr, 2)[0].y = 5;
  const last = p.ptr[2];
  last.x = 6;
  return last.x * 10 + last.y;
}
export function pairs(): i32 {
  using p = lltype.scoped_alloc(PAIRS, 3, { zero: true });
  p.ptr[2][1] = 8;
  return rffi.ptradd(rffi.ptradd(p.ptr, 1), 1)[0][1];
}
// bytes(1) → 909
// bytes(2) → 99
// structures() → 65
// pairs() → 8
