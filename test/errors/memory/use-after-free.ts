// Reads and writes of memory that is freed, by the pointer that malloc gave.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
function escaping(): lltype.Ptr<typeof POINT> {
  using p = lltype.scoped_alloc(POINT, { zero: true });
  return p.ptr;
}
export function read_field(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(p, { flavor: 'raw' });
  return p.x;
}
export function read_field_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const x = p.x;
  lltype.free(p, { flavor: 'raw' });
  return x;
}
export function write_field(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(p, { flavor: 'raw' });
  p.y = 1;
  return 0;
}
export function write_field_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  p.y = 1;
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
export function read_item(): i32 {
const a = lltype.malloc(INTS, 3, { flavor: 'raw', zero: true });
  lltype.free(a, { flavor: 'raw' });
  return a[1];
}
export function read_item_mended(): i32 {
const a = lltype.malloc(INTS, 3, { flavor: 'raw', zero: true });
  const x = a[1];
  lltype.free(a, { flavor: 'raw' });
  return x;
}
export function length_of(): i32 {
const a = lltype.malloc(COUNTED, 3, { flavor: 'raw', zero: true });
  lltype.free(a, { flavor: 'raw' });
  return a[2];
}
export function length_of_mended(): i32 {
const a = lltype.malloc(COUNTED, 3, { flavor: 'raw', zero: true });
  const n = a[2];
  lltype.free(a, { flavor: 'raw' });
  return n;
}
export function escaped_scope(): i32 {
return escaping().x;
}
export function escaped_scope_mended(): i32 {
using p = lltype.scoped_alloc(POINT, { zero: true });
  return p.ptr.x;
}
export function compound(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(p, { flavor: 'raw' });
  p.x += 2;
  return 0;
}
export function compound_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  p.x += 2;
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
export function copied(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  using q = lltype.scoped_alloc(POINT);
  lltype.free(p, { flavor: 'raw' });
  rffi.structcopy(q.ptr, p);
  return 0;
}
export function copied_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  using q = lltype.scoped_alloc(POINT);
  rffi.structcopy(q.ptr, p);
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
export function string(): i32 {
const s = rffi.str2charp('text');
  rffi.free_charp(s);
  return i32(rffi.charp2str(s).length);
}
export function string_mended(): i32 {
const s = rffi.str2charp('text');
  const n = i32(rffi.charp2str(s).length);
  rffi.free_charp(s);
  return n;
}
// read_field() → Error: access to freed Point, allocated, freed
// write_field() → Error: access to freed Point, allocated, freed
// read_item() → Error: access to freed Array(INT), allocated, freed
// length_of() → Error: access to freed Array(INT), allocated, freed
// escaped_scope() → Error: access to freed Point, allocated, freed
// compound() → Error: access to freed Point, allocated, freed
// copied() → Error: access to freed Point, allocated, freed
// string() → Error: access to freed char*, allocated, freed
