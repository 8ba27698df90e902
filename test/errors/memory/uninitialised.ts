// Memory that is read before it was written.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
export function field(): i32 {
using a = lltype.scoped_alloc(POINT);
  return a.ptr.x;
}
export function field_mended(): i32 {
using a = lltype.scoped_alloc(POINT);
  a.ptr.x = 1;
  return a.ptr.x;
}
export function other_field(): i32 {
using a = lltype.scoped_alloc(POINT);
  a.ptr.x = 1;
  return a.ptr.y;
}
export function other_field_mended(): i32 {
using a = lltype.scoped_alloc(POINT);
  a.ptr.y = 1;
  return a.ptr.y;
}
export function item(): i32 {
using a = lltype.scoped_alloc(INTS, 3);
  a.ptr[0] = 1;
  return a.ptr[2];
}
export function item_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 3);
  a.ptr[2] = 1;
  return a.ptr[2];
}
export function counted(): i32 {
using a = lltype.scoped_alloc(COUNTED, 2);
  return a.ptr[1];
}
export function counted_mended(): i32 {
using a = lltype.scoped_alloc(COUNTED, 2);
  a.ptr[1] = 4;
  return a.ptr[1];
}
export function part(): i32 {
using a = rffi.scoped_alloc_buffer(4);
  a.ptr[0] = 1;
  return rffi.cast(rffi.INTP, a.ptr)[0];
}
export function part_mended(): i32 {
using a = rffi.scoped_alloc_buffer(4);
  for (let i: i32 = 0; i < 4; i++) a.ptr[i] = 0;
  return rffi.cast(rffi.INTP, a.ptr)[0];
}
export function copied(): i32 {
using a = lltype.scoped_alloc(POINT);
  using b = lltype.scoped_alloc(POINT);
  a.ptr.x = 1;
  rffi.structcopy(b.ptr, a.ptr);
  return b.ptr.y;
}
export function copied_mended(): i32 {
using a = lltype.scoped_alloc(POINT);
  using b = lltype.scoped_alloc(POINT);
  a.ptr.y = 1;
  rffi.structcopy(b.ptr, a.ptr);
  return b.ptr.y;
}
export function compound(): i32 {
using a = lltype.scoped_alloc(POINT);
  a.ptr.x++;
  return 0;
}
export function compound_mended(): i32 {
using a = lltype.scoped_alloc(POINT);
  a.ptr.x = 0;
  a.ptr.x++;
  return 0;
}
// field() → Error: read of uninitialised memory at offset 0 of Point, allocated
// other_field() → Error: read of uninitialised memory at offset 4 of Point, allocated
// item() → Error: read of uninitialised memory at offset 8 of Array(INT), allocated
// counted() → Error: read of uninitialised memory at offset 12 of Array(INT), allocated
// part() → Error: read of uninitialised memory at offset 0 of Array(Char), allocated
// copied() → Error: read of uninitialised memory at offset 4 of Point, allocated
// compound() → Error: read of uninitialised memory at offset 0 of Point, allocated
