// Memory that is freed twice, by the same pointer or another to it.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
export function same(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(p, { flavor: 'raw' });
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
export function same_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
export function alias(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const q = rffi.cast(rffi.CCHARP, p);
  lltype.free(p, { flavor: 'raw' });
  lltype.free(q, { flavor: 'raw' });
  return 0;
}
export function alias_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(rffi.cast(rffi.CCHARP, p), { flavor: 'raw' });
  return 0;
}
export function scoped(): i32 {
{
    using p = lltype.scoped_alloc(INTS, 2, { zero: true });
    lltype.free(p.ptr, { flavor: 'raw' });
  }
  return 0;
}
export function scoped_mended(): i32 {
{
    using p = lltype.scoped_alloc(INTS, 2, { zero: true });
    p.ptr[0] = 1;
  }
  return 0;
}
export function string(): i32 {
const s = rffi.str2charp('a');
  rffi.free_charp(s);
  rffi.free_charp(s);
  return 0;
}
export function string_mended(): i32 {
const s = rffi.str2charp('a');
  rffi.free_charp(s);
  return 0;
}
export function in_loop(): i32 {
const a = lltype.malloc(INTS, 2, { flavor: 'raw', zero: true });
  for (let i: i32 = 0; i < 2; i++) lltype.free(a, { flavor: 'raw' });
  return 0;
}
export function in_loop_mended(): i32 {
const a = lltype.malloc(INTS, 2, { flavor: 'raw', zero: true });
  for (let i: i32 = 0; i < 2; i++) a[i] = i;
  lltype.free(a, { flavor: 'raw' });
  return 0;
}
// same() → Error: double free of Point, allocated, freed
// alias() → Error: double free of Point, allocated, freed
// scoped() → Error: double free of Array(INT), allocated, freed
// string() → Error: double free of char*, allocated, freed
// in_loop() → Error: double free of Array(INT), allocated, freed
