// Numbers of bytes and items below zero, which C would take for very large ones.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const INTS = rffi.CArray(rffi.INT);
/** So that no stage of the compiler knows it. */
function size(of: string): isize {
  return isize(Number(of));
}
export function copy(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  using b = lltype.scoped_alloc(INTS, 4, { zero: true });
  rffi.c_memcpy(a.ptr, b.ptr, size('-1'));
  return 0;
}
export function copy_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  using b = lltype.scoped_alloc(INTS, 4, { zero: true });
  rffi.c_memcpy(a.ptr, b.ptr, size('16'));
  return 0;
}
export function fill(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  rffi.c_memset(a.ptr, 1, size('-16'));
  return 0;
}
export function fill_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  rffi.c_memset(a.ptr, 1, size('0'));
  return 0;
}
export function text(): i32 {
using s = rffi.scoped_str2charp('abc');
  return i32(rffi.charpsize2str(s.ptr, size('-2')).length);
}
export function text_mended(): i32 {
using s = rffi.scoped_str2charp('abc');
  return i32(rffi.charpsize2str(s.ptr, size('2')).length);
}
export function bounds(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  using b = rffi.scoped_bounded(a.ptr, size('-3'));
  return b.ptr[0];
}
export function bounds_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  using b = rffi.scoped_bounded(a.ptr, size('3'));
  return b.ptr[0];
}
export function block(): i32 {
const a = lltype.malloc(INTS, size('-4'), { flavor: 'raw', zero: true });
  lltype.free(a, { flavor: 'raw' });
  return 0;
}
export function block_mended(): i32 {
const a = lltype.malloc(INTS, size('4'), { flavor: 'raw', zero: true });
  lltype.free(a, { flavor: 'raw' });
  return 0;
}
// copy() → RangeError: rffi.c_memcpy: argument 3 must be a number of bytes, got -1
// fill() → RangeError: rffi.c_memset: argument 3 must be a number of bytes, got -16
// text() → RangeError: the size of a string must not be negative, got -2
// bounds() → RangeError: rffi.scoped_bounded: argument 2 must not be negative, got -3
// block() → RangeError: out of memory
