// Strings of bytes and of wide characters, lists of them, and structures by the names of their fields.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const libc = rffi.ExternalCompilationInfo({ includes: ['string.h', 'wchar.h', 'stdlib.h'] });
const strlen = rffi.llexternal('strlen', [rffi.CCHARP], rffi.SIZE_T, { compilation_info: libc });
const wcslen = rffi.llexternal('wcslen', [rffi.CWCHARP], rffi.SIZE_T, { compilation_info: libc });
const strdup = rffi.llexternal('strdup', [rffi.CCHARP], rffi.CCHARP, { compilation_info: libc });
const c_free = rffi.llexternal('free', [rffi.VOIDP], rffi.VOID, { compilation_info: libc });
export function cut(text: string, most: i32): string {
  using s = rffi.scoped_str2charp(text);
  return `${rffi.charp2strn(s.ptr, most)}|${strlen(s.ptr)}`;
}
export function bytes(text: string): string {
  using into = rffi.scoped_alloc_buffer(6);
  const n = rffi.str2chararray(text, into.ptr, 6);
  return `${n} ${rffi.charpsize2str(into.ptr, n)}`;
}
export function wide(text: string): string {
  using w = rffi.scoped_unicode2wcharp(text);
  const n = wcslen(w.ptr);
  using into = rffi.scoped_alloc_unicodebuffer(3);
  const m = rffi.unicode2wchararray(text, into.ptr, 3);
  const copy = rffi.unicode2wcharp(text);
  copy[0] = -1;
  const broken = rffi.wcharp2unicoden(copy, 2);
  rffi.free_wcharp(copy);
  return `${n} ${rffi.wcharp2unicode(w.ptr)} ${rffi.wcharpsize2unicode(into.ptr, m)} ${broken}`;
}
export function list(texts: string): string {
  const argv = rffi.liststr2charpp(texts.split(' '));
  const second = argv[1];
  const back = rffi.charpp2liststr(argv);
  const length = second === null ? -1 : isize(strlen(second));
  rffi.free_charpp(argv);
  return `${back.length} ${back.join('+')} ${length}`;
}
export function failing(): string {
  try {
    rffi.liststr2charpp(['a', 'b\0', 'c']);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
/** Memory of C, which C frees. */
export function duplicated(text: string): string {
  using s = rffi.scoped_str2charp(text);
  const copy = strdup(s.ptr);
  if (copy === null) return '';
  copy[0] = 0x4a;
  const result = rffi.charp2str(copy);
  c_free(copy);
  return result;
}
const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.UCHAR], ['z', rffi.ULONGLONG]);
export function fields(): string {
  const p = rffi.make(POINT, { x: 3, y: 7 });
  rffi.setintfield(p, 'y', 300);
  rffi.setintfield(p, 'z', -1);
  const xs = lltype.direct_fieldptr(p, 'x');
  xs[0] += 10;
  const seen = `${p.x} ${rffi.getintfield(p, 'y')} ${rffi.getintfield(p, 'z')} ${p.z}`;
  lltype.free(p, { flavor: 'raw' });
  return seen;
}
const COUNTED = lltype.Array(rffi.INT);
export function items(n: i32): i32 {
  using a = lltype.scoped_alloc(COUNTED, n, { zero: true });
  const first = lltype.direct_arrayitems(a.ptr);
  for (let i: i32 = 0; i < n; i++) first[i] = i * i;
  const last = lltype.direct_ptradd(first, n - 1);
  rffi.c_memset(first, 255, 4);
  return a.ptr[1] * 100 + last[0] * 10 + a.ptr[0];
}
const ID = lltype.Typedef(rffi.INT, 'my_id');
export function casts(x: i32): string {
  using p = lltype.scoped_alloc(POINT, { zero: true });
  const back = lltype.cast_int_to_ptr(lltype.Ptr(POINT), lltype.cast_ptr_to_int(p.ptr));
  return `${lltype.cast_primitive(rffi.UCHAR, x)} ${back === p.ptr} ${rffi.sizeof(ID)}`;
}
// cut('naïve', 3) → 'na�|6'
// cut('abc', 9) → 'abc|3'
// bytes('héllo wörld') → '6 héllo'
// wide('añ😀z') → '4 añ😀z añ😀 �ñ'
// list('one two') → '2 one+two 3'
// failing() → 'the string contains a NUL character and cannot become a char*'
// duplicated('hello') → 'Jello'
// fields() → '13 44 -1 18446744073709551615'
// items(4) → 189
// casts(300) → '44 true 4'
