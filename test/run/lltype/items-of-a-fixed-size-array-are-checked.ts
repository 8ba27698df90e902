'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const PAIR = lltype.FixedSizeArray(rffi.INT, 2);
const POINT = lltype.Struct('Point', ['x', rffi.INT]);
const LINE = lltype.Struct('Line', ['label', rffi.INT], ['ends', lltype.FixedSizeArray(POINT, 2)]);
export function read(i: isize): i32 {
  using v = lltype.scoped_alloc(PAIR);
  v.ptr[0] = 5;
  v.ptr[1] = 6;
  return v.ptr[i];
}
export function write(i: isize): i32 {
  using v = lltype.scoped_alloc(PAIR, { zero: true });
  v.ptr[i] = 7;
  return v.ptr[0] * 10 + v.ptr[1];
}
export function inside(i: isize): i32 {
  using line = lltype.scoped_alloc(LINE, { zero: true });
  line.ptr.ends[1].x = 9;
  return line.ptr.ends[i].x;
}
// read(1) → 6
// read(2) → RangeError: index 2 is out of range for length 2
// read(-1) → RangeError: index -1 is out of range for length 2
// write(1) → 7
// write(5) → RangeError: index 5 is out of range for length 2
// inside(1) → 9
// inside(2) → RangeError: index 2 is out of range for length 2
