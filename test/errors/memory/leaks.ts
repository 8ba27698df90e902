// Memory that is never freed: reported when the program ends.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
export function structure(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  return p.x;
}
export function structure_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const x = p.x;
  lltype.free(p, { flavor: 'raw' });
  return x;
}
export function items(): i32 {
const a = lltype.malloc(INTS, 7, { flavor: 'raw', zero: true });
  return a[0];
}
export function items_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 7, { zero: true });
  return a.ptr[0];
}
export function string(): i32 {
const s = rffi.str2charp('seven');
  return i32(s[0]);
}
export function string_mended(): i32 {
using s = rffi.scoped_str2charp('seven');
  return i32(s.ptr[0]);
}
export function on_error(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  try {
    if (p.x === 0) throw new Error('early');
    lltype.free(p, { flavor: 'raw' });
  } catch {
    return 1;
  }
  return 0;
}
export function on_error_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  try {
    if (p.x === 0) throw new Error('early');
  } catch {
    return 1;
  } finally {
    lltype.free(p, { flavor: 'raw' });
  }
  return 0;
}
export function made(): i32 {
return rffi.make(POINT, { x: 3 }).x;
}
export function made_mended(): i32 {
const p = rffi.make(POINT, { x: 3 });
  const x = p.x;
  lltype.free(p, { flavor: 'raw' });
  return x;
}
export function immortal_is_none(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const q = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.render_immortal(p);
  return p.x + q.x;
}
export function immortal_is_none_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.render_immortal(p);
  const x = p.x;
  lltype.free(p, { flavor: 'raw' });
  return x;
}
// structure() → leak of Point of 8 bytes
// items() → leak of Array(INT) of 28 bytes
// string() → leak of char* of 6 bytes
// on_error() → leak of Point of 8 bytes
// made() → leak of Point of 8 bytes
// immortal_is_none() → leak of Point of 8 bytes
