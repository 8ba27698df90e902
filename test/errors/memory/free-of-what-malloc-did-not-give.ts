// Pointers into the middle of a block, and memory that is not C's.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
export function middle(): i32 {
const a = lltype.malloc(INTS, 4, { flavor: 'raw', zero: true });
  try {
    lltype.free(rffi.ptradd(a, 1), { flavor: 'raw' });
  } finally {
    lltype.free(a, { flavor: 'raw' });
  }
  return 0;
}
export function middle_mended(): i32 {
const a = lltype.malloc(INTS, 4, { flavor: 'raw', zero: true });
  lltype.free(rffi.ptradd(a, 0), { flavor: 'raw' });
  return 0;
}
export function inner_structure(): i32 {
const l = lltype.malloc(LINE, { flavor: 'raw', zero: true });
  try {
    lltype.free(l.to, { flavor: 'raw' });
  } finally {
    lltype.free(l, { flavor: 'raw' });
  }
  return 0;
}
export function inner_structure_mended(): i32 {
const l = lltype.malloc(LINE, { flavor: 'raw', zero: true });
  lltype.free(l, { flavor: 'raw' });
  return 0;
}
export function one_past(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  try {
    lltype.free(rffi.ptradd(rffi.cast(rffi.INTP, p), 2), { flavor: 'raw' });
  } finally {
    lltype.free(p, { flavor: 'raw' });
  }
  return 0;
}
export function one_past_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
export function typed_array(): i32 {
const data = new Int32Array(4);
  using b = rffi.scoped_nonmovingbuffer(data);
  lltype.free(b.ptr, { flavor: 'raw' });
  return 0;
}
export function typed_array_mended(): i32 {
const data = new Int32Array(4);
  using b = rffi.scoped_nonmovingbuffer(data);
  return b.ptr[3];
}
export function field(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  try {
    lltype.free(lltype.direct_fieldptr(p, 'y'), { flavor: 'raw' });
  } finally {
    lltype.free(p, { flavor: 'raw' });
  }
  return 0;
}
export function field_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(lltype.direct_fieldptr(p, 'x'), { flavor: 'raw' });
  return 0;
}
// middle() → Error: free of a pointer into the middle of Array(INT), allocated
// inner_structure() → Error: free of a pointer into the middle of Line, allocated
// one_past() → Error: free of a pointer into the middle of Point, allocated
// typed_array() → Error: free of a pointer that lltype.malloc did not give: Int32Array, allocated
// field() → Error: free of a pointer into the middle of Point, allocated
