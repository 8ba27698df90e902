// Reads and writes through NULL.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const STEP = rffi.CCallback([rffi.INT], rffi.INT);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
function pointer(there: boolean): lltype.Ptr<typeof POINT> {
  return there ? lltype.malloc(POINT, { flavor: 'raw', zero: true }) : lltype.nullptr(POINT);
}
export function read(): i32 {
return pointer(false).x;
}
export function read_mended(): i32 {
const p = pointer(true);
  const x = p.x;
  lltype.free(p, { flavor: 'raw' });
  return x;
}
export function write(): i32 {
pointer(false).y = 1;
  return 0;
}
export function write_mended(): i32 {
const p = pointer(true);
  p.y = 1;
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
export function item(): i32 {
return rffi.cast(rffi.INTP, pointer(false))[0];
}
export function item_mended(): i32 {
const p = pointer(true);
  const x = rffi.cast(rffi.INTP, p)[0];
  lltype.free(p, { flavor: 'raw' });
  return x;
}
export function compound(): i32 {
pointer(false).x += 1;
  return 0;
}
export function compound_mended(): i32 {
const p = pointer(true);
  p.x += 1;
  lltype.free(p, { flavor: 'raw' });
  return 0;
}
export function called(): i32 {
let f = lltype.nullptr(STEP.to);
  if (f === null) f = lltype.nullptr(STEP.to);
  return f(1);
}
export function called_mended(): i32 {
let f = lltype.nullptr(STEP.to);
  return f === null ? 0 : f(1);
}
export function moved(): i32 {
let a = lltype.nullptr(INTS);
  if (a === null) a = lltype.nullptr(INTS);
  return rffi.ptradd(a, 1)[0];
}
export function moved_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 2, { zero: true });
  return rffi.ptradd(a.ptr, 1)[0];
}
// read() → TypeError: …
// write() → TypeError: …
// item() → TypeError: …
// compound() → TypeError: …
// called() → TypeError: …
// moved() → TypeError: …
