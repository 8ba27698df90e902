'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT]);
const POINTS = lltype.Array(POINT);
export function f(i: isize): i32 {
  using points = lltype.scoped_alloc(POINTS, 2, { zero: true });
  points.ptr[1].x = 4;
  return points.ptr[i].x;
}
// f(1) → 4
// f(2) → RangeError: index 2 is out of range for length 2
