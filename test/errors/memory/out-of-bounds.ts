// Items and fields behind and before a block, also by pointers that were moved or cast, and by C itself.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
const LINE = lltype.Struct('Line', ['from', POINT], ['to', POINT]);
const INTS = rffi.CArray(rffi.INT);
const COUNTED = lltype.Array(rffi.INT);
const PAIR = rffi.CFixedArray(rffi.INT, 2);
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: ['void c_fill(int *p, int from, int to) { for (int i = from; i < to; i++) p[i] = i; }'],
});
const c_fill = rffi.llexternal('c_fill', [rffi.INTP, rffi.INT, rffi.INT], rffi.VOID, { compilation_info: own });
export function behind(): i32 {
using a = lltype.scoped_alloc(INTS, 2, { zero: true });
  return a.ptr[2];
}
export function behind_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 2, { zero: true });
  return a.ptr[1];
}
export function before(): i32 {
using a = lltype.scoped_alloc(INTS, 2, { zero: true });
  return a.ptr[-1];
}
export function before_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 2, { zero: true });
  return a.ptr[0];
}
export function write_behind(): i32 {
using a = lltype.scoped_alloc(INTS, 3, { zero: true });
  for (let i: i32 = 0; i <= 3; i++) a.ptr[i] = i;
  return 0;
}
export function write_behind_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 3, { zero: true });
  for (let i: i32 = 0; i < 3; i++) a.ptr[i] = i;
  return 0;
}
export function moved(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  return rffi.ptradd(a.ptr, 3)[1];
}
export function moved_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  return rffi.ptradd(a.ptr, 3)[0];
}
export function straddling(): i32 {
using a = rffi.scoped_alloc_buffer(6);
  rffi.c_memset(a.ptr, 0, 6);
  return rffi.cast(rffi.INTP, a.ptr)[1];
}
export function straddling_mended(): i32 {
using a = rffi.scoped_alloc_buffer(8);
  rffi.c_memset(a.ptr, 0, 8);
  return rffi.cast(rffi.INTP, a.ptr)[1];
}
export function typed_array(): i32 {
const data = new Int32Array(4);
  using b = rffi.scoped_nonmovingbuffer(data);
  return b.ptr[4];
}
export function typed_array_mended(): i32 {
const data = new Int32Array(4);
  using b = rffi.scoped_nonmovingbuffer(data);
  return b.ptr[3];
}
export function memset(): i32 {
using a = lltype.scoped_alloc(POINT, { zero: true });
  rffi.c_memset(a.ptr, 0, 9);
  return 0;
}
export function memset_mended(): i32 {
using a = lltype.scoped_alloc(POINT, { zero: true });
  rffi.c_memset(a.ptr, 0, 8);
  return 0;
}
export function memcpy(): i32 {
using a = lltype.scoped_alloc(POINT, { zero: true });
  using b = lltype.scoped_alloc(LINE, { zero: true });
  rffi.c_memcpy(a.ptr, b.ptr, 16);
  return 0;
}
export function memcpy_mended(): i32 {
using a = lltype.scoped_alloc(POINT, { zero: true });
  using b = lltype.scoped_alloc(LINE, { zero: true });
  rffi.c_memcpy(b.ptr, a.ptr, 8);
  return 0;
}
export function fixed(): i32 {
using a = lltype.scoped_alloc(PAIR, { zero: true });
  const n = lltype.cast_ptr_to_int(a.ptr) === 0 ? 0 : 2;
  return rffi.cast(rffi.INTP, a.ptr)[n];
}
export function fixed_mended(): i32 {
using a = lltype.scoped_alloc(PAIR, { zero: true });
  return rffi.cast(rffi.INTP, a.ptr)[1];
}
export function unterminated(): i32 {
using a = rffi.scoped_alloc_buffer(3);
  rffi.c_memset(a.ptr, 65, 3);
  return i32(rffi.charp2str(a.ptr).length);
}
export function unterminated_mended(): i32 {
using a = rffi.scoped_alloc_buffer(3);
  rffi.c_memset(a.ptr, 65, 3);
  return i32(rffi.charp2strn(a.ptr, 3).length);
}
export function by_c_behind(): i32 {
const a = lltype.malloc(INTS, 3, { flavor: 'raw' });
  c_fill(a, 0, 4);
  lltype.free(a, { flavor: 'raw' });
  return 0;
}
export function by_c_behind_mended(): i32 {
const a = lltype.malloc(INTS, 3, { flavor: 'raw' });
  c_fill(a, 0, 3);
  lltype.free(a, { flavor: 'raw' });
  return 0;
}
export function by_c_before(): i32 {
const a = lltype.malloc(INTS, 3, { flavor: 'raw' });
  c_fill(a, -1, 3);
  lltype.free(a, { flavor: 'raw' });
  return 0;
}
export function by_c_before_mended(): i32 {
const a = lltype.malloc(INTS, 3, { flavor: 'raw' });
  c_fill(a, 0, 3);
  lltype.free(a, { flavor: 'raw' });
  return 0;
}
export function pointer_before(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  return rffi.ptradd(a.ptr, -2)[0];
}
export function pointer_before_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  return rffi.ptradd(rffi.ptradd(a.ptr, 2), -2)[0];
}
export function pointer_behind(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  rffi.ptradd(a.ptr, 6)[0] = 1;
  return 0;
}
export function pointer_behind_mended(): i32 {
using a = lltype.scoped_alloc(INTS, 4, { zero: true });
  rffi.ptradd(a.ptr, 3)[0] = 1;
  return 0;
}
// behind() → RangeError: access to 4 bytes at offset 8 of Array(INT) of 8 bytes, allocated
// before() → RangeError: access to 4 bytes at offset -4 of Array(INT) of 8 bytes, allocated
// write_behind() → RangeError: access to 4 bytes at offset 12 of Array(INT) of 12 bytes, allocated
// moved() → RangeError: access to 4 bytes at offset 16 of Array(INT) of 16 bytes, allocated
// straddling() → RangeError: access to 4 bytes at offset 4 of Array(Char) of 6 bytes, allocated
// typed_array() → RangeError: access to 4 bytes at offset 16 of Int32Array of 16 bytes, allocated
// memset() → RangeError: access to 9 bytes at offset 0 of Point of 8 bytes, allocated
// memcpy() → RangeError: access to 16 bytes at offset 0 of Point of 8 bytes, allocated
// fixed() → RangeError: access to 4 bytes at offset 8 of FixedSizeArray(INT, 2) of 8 bytes, allocated
// unterminated() → RangeError: access to … of Array(Char) of 3 bytes, allocated
// by_c_behind() → RangeError: C has written 0 bytes behind Array(INT) of 12 bytes, allocated
// by_c_before() → RangeError: C has written 1 bytes before Array(INT) of 12 bytes, allocated
// pointer_before() → RangeError: access to 4 bytes at offset -8 of Array(INT) of 16 bytes, allocated
// pointer_behind() → RangeError: access to 4 bytes at offset 24 of Array(INT) of 16 bytes, allocated
