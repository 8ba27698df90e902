// Pointers made from another one by ptradd and casts, or into the middle, when the block is freed.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
export function moved(): i32 {
const a = lltype.malloc(INTS, 4, { flavor: 'raw', zero: true });
  const b = rffi.ptradd(a, 2);
  lltype.free(a, { flavor: 'raw' });
  return b[0];
}
export function moved_mended(): i32 {
const a = lltype.malloc(INTS, 4, { flavor: 'raw', zero: true });
  const x = rffi.ptradd(a, 2)[0];
  lltype.free(a, { flavor: 'raw' });
  return x;
}
export function cast(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const b = rffi.cast(rffi.INTP, p);
  lltype.free(p, { flavor: 'raw' });
  return b[1];
}
export function cast_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const x = rffi.cast(rffi.INTP, p)[1];
  lltype.free(p, { flavor: 'raw' });
  return x;
}
export function freed_by_alias(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(rffi.cast(rffi.VOIDP, p), { flavor: 'raw' });
  return p.x;
}
export function freed_by_alias_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const x = p.x;
  lltype.free(rffi.cast(rffi.VOIDP, p), { flavor: 'raw' });
  return x;
}
export function inner(): i32 {
const l = lltype.malloc(LINE, { flavor: 'raw', zero: true });
  const to = l.to;
  lltype.free(l, { flavor: 'raw' });
  return to.y;
}
export function inner_mended(): i32 {
const l = lltype.malloc(LINE, { flavor: 'raw', zero: true });
  const y = l.to.y;
  lltype.free(l, { flavor: 'raw' });
  return y;
}
export function through_integer(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const n = lltype.cast_ptr_to_int(p);
  lltype.free(p, { flavor: 'raw' });
  return lltype.cast_int_to_ptr(lltype.Ptr(POINT), n).x;
}
export function through_integer_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const n = lltype.cast_ptr_to_int(p);
  const x = lltype.cast_int_to_ptr(lltype.Ptr(POINT), n).x;
  lltype.free(p, { flavor: 'raw' });
  return x;
}
export function field_pointer(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const y = lltype.direct_fieldptr(p, 'y');
  lltype.free(p, { flavor: 'raw' });
  y[0] = 5;
  return 0;
}
export function field_pointer_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const y = lltype.direct_fieldptr(p, 'y');
  y[0] = 5;
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
// moved() → Error: access to freed Array(INT), allocated, freed
// cast() → Error: access to freed Point, allocated, freed
// freed_by_alias() → Error: access to freed Point, allocated, freed
// inner() → Error: access to freed Line, allocated, freed
// through_integer() → Error: access to freed Point, allocated, freed
// field_pointer() → Error: access to freed Point, allocated, freed
