// Pointers cast to something that the block has no room for.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
const FOUR = rffi.CFixedArray(rffi.INT, 4);
export function structure(): i32 {
using a = lltype.scoped_alloc(POINT, { zero: true });
  return rffi.cast(lltype.Ptr(LINE), a.ptr).to.x;
}
export function structure_mended(): i32 {
using a = lltype.scoped_alloc(LINE, { zero: true });
  return rffi.cast(lltype.Ptr(POINT), a.ptr).x;
}
export function from_bytes(): i32 {
using a = rffi.scoped_alloc_buffer(12);
  rffi.c_memset(a.ptr, 0, 12);
  return rffi.cast(lltype.Ptr(LINE), a.ptr).from.x;
}
export function from_bytes_mended(): i32 {
using a = rffi.scoped_alloc_buffer(16);
  rffi.c_memset(a.ptr, 0, 16);
  return rffi.cast(lltype.Ptr(LINE), a.ptr).from.x;
}
export function from_middle(): i32 {
using a = lltype.scoped_alloc(LINE, { zero: true });
  return rffi.cast(lltype.Ptr(LINE), a.ptr.to).from.x;
}
export function from_middle_mended(): i32 {
using a = lltype.scoped_alloc(LINE, { zero: true });
  return rffi.cast(lltype.Ptr(LINE), a.ptr.from).to.x;
}
export function fixed_array(): i32 {
using a = lltype.scoped_alloc(INTS, 3, { zero: true });
  return rffi.cast(lltype.Ptr(FOUR), a.ptr)[1];
}
export function fixed_array_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  return rffi.cast(lltype.Ptr(FOUR), a.ptr)[1];
}
// structure() → TypeError: cast of Point, of which 8 bytes are left, to Line of 16 bytes, allocated
// from_bytes() → TypeError: cast of Array(Char), of which 12 bytes are left, to Line of 16 bytes, allocated
// from_middle() → TypeError: cast of Line, of which 8 bytes are left, to Line of 16 bytes, allocated
// fixed_array() → TypeError: cast of Array(INT), of which 12 bytes are left, to FixedSizeArray(INT, 4) of 16 bytes, allocated
