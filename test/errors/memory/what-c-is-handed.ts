// Freed memory as an argument of a C function, and callbacks that are freed.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
const own = rffi.ExternalCompilationInfo({
  includes: ['string.h'],
  separate_module_sources: [`
int c_first(int *p) { return p[0]; }
struct point { int x, y; };
int c_sum(struct point p) { return p.x + p.y; }
static int (*kept)(int);
void c_keep(int (*f)(int)) { kept = f; }
int c_again(int x) { return kept(x); }
`],
});
const info = { compilation_info: own };
const STEP = rffi.CCallback([rffi.INT], rffi.INT);
const c_first = rffi.llexternal('c_first', [rffi.INTP], rffi.INT, info);
const c_sum = rffi.llexternal('c_sum', [POINT], rffi.INT, info);
const c_length = rffi.llexternal('strlen', [rffi.CCHARP], rffi.SIZE_T, info);
const c_keep = rffi.llexternal('c_keep', [STEP], rffi.VOID, info);
const c_again = rffi.llexternal('c_again', [rffi.INT], rffi.INT, info);
export function freed_pointer(): i32 {
const a = lltype.malloc(INTS, 3, { flavor: 'raw', zero: true });
  lltype.free(a, { flavor: 'raw' });
  return c_first(a);
}
export function freed_pointer_mended(): i32 {
const a = lltype.malloc(INTS, 3, { flavor: 'raw', zero: true });
  const x = c_first(a);
  lltype.free(a, { flavor: 'raw' });
  return x;
}
export function freed_structure(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  lltype.free(p, { flavor: 'raw' });
  return c_sum(p);
}
export function freed_structure_mended(): i32 {
const p = lltype.malloc(POINT, { flavor: 'raw', zero: true });
  const x = c_sum(p);
  lltype.free(p, { flavor: 'raw' });
  return x;
}
export function freed_string(): i32 {
const s = rffi.str2charp('abc');
  rffi.free_charp(s);
  return i32(c_length(s));
}
export function freed_string_mended(): i32 {
const s = rffi.str2charp('abc');
  const n = i32(c_length(s));
  rffi.free_charp(s);
  return n;
}
export function freed_callback(): i32 {
const f = rffi.callback(STEP, (x) => x + 1);
  c_keep(f);
  rffi.free_callback(f);
  return c_again(1);
}
export function freed_callback_mended(): i32 {
const f = rffi.callback(STEP, (x) => x + 1);
  c_keep(f);
  const n = c_again(1);
  rffi.free_callback(f);
  return n;
}
export function temporary_callback(): i32 {
c_keep((x) => x + 2);
  return c_again(1);
}
export function temporary_callback_mended(): i32 {
const f = rffi.callback(STEP, (x) => x + 2);
  c_keep(f);
  const n = c_again(1);
  rffi.free_callback(f);
  return n;
}
export function callback_twice(): i32 {
const f = rffi.callback(STEP, (x) => x);
  rffi.free_callback(f);
  rffi.free_callback(f);
  return 0;
}
export function callback_twice_mended(): i32 {
const f = rffi.callback(STEP, (x) => x);
  rffi.free_callback(f);
  return 0;
}
// freed_pointer() → Error: argument 1 of c_first points to freed Array(INT), allocated, freed
// freed_structure() → Error: argument 1 of c_sum points to freed Point, allocated, freed
// freed_string() → Error: argument 1 of strlen points to freed char*, allocated, freed
// freed_callback() → Error: C has called a callback that is freed
// temporary_callback() → Error: C has called a callback that is freed
// callback_twice() → TypeError: rffi.free_callback: the pointer is no callback, or is freed already
