// Functions of the C library on strings and memory: what they give, also pointers into what they were given.
'use mixmod';
import { i32, isize, lltype, rffi, usize } from 'mixmod';
const libc = rffi.ExternalCompilationInfo({ includes: ['string.h', 'stdlib.h', 'ctype.h'] });
const c = { compilation_info: libc };
const strlen = rffi.llexternal('strlen', [rffi.CCHARP], rffi.SIZE_T, c);
const strchr = rffi.llexternal('strchr', [rffi.CCHARP, rffi.INT], rffi.CCHARP, c);
const strcmp = rffi.llexternal('strcmp', [rffi.CCHARP, rffi.CCHARP], rffi.INT, c);
const strncpy = rffi.llexternal('strncpy', [rffi.CCHARP, rffi.CCHARP, rffi.SIZE_T], rffi.CCHARP, c);
const strtol = rffi.llexternal('strtol', [rffi.CCHARP, rffi.CCHARPP, rffi.INT], rffi.LONG, c);
const strtod = rffi.llexternal('strtod', [rffi.CCHARP, rffi.CCHARPP], rffi.DOUBLE, c);
const memcmp = rffi.llexternal('memcmp', [rffi.VOIDP, rffi.VOIDP, rffi.SIZE_T], rffi.INT, c);
const strtok_r = rffi.llexternal('strtok_r', [rffi.CCHARP, rffi.CCHARP, rffi.CCHARPP], rffi.CCHARP, c);
const rand = rffi.llexternal('rand', [], rffi.INT, c);
const srand = rffi.llexternal('srand', [rffi.UINT], rffi.VOID, c);
const getenv = rffi.llexternal('getenv', [rffi.CCHARP], rffi.CCHARP, c);
export function length(text: string): usize {
  using s = rffi.scoped_str2charp(text);
  return strlen(s.ptr);
}
/** Four bytes from where it was found, the final 0 too. */
export function found(text: string, code: i32): string {
  using s = rffi.scoped_str2charp(text);
  const p = strchr(s.ptr, code);
  if (p === null) return 'none';
  const at = lltype.cast_ptr_to_int(p) - lltype.cast_ptr_to_int(s.ptr);
  return `${at}: ${p[0]} ${p[1]} ${p[2]} ${p[3]}`;
}
export function compared(a: string, b: string): i32 {
  using p = rffi.scoped_str2charp(a);
  using q = rffi.scoped_str2charp(b);
  const order = strcmp(p.ptr, q.ptr);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
export function filled(text: string): string {
  using s = rffi.scoped_str2charp(text);
  using into = rffi.scoped_alloc_buffer(8);
  const same = strncpy(into.ptr, s.ptr, 8) === into.ptr;
  return `${same} ${rffi.charpsize2str(into.ptr, 8)}`;
}
export function parsed(text: string, base: i32): string {
  using s = rffi.scoped_str2charp(text);
  using end = lltype.scoped_alloc(rffi.CCHARPP.to, 1);
  const value = strtol(s.ptr, end.ptr, base);
  return `${value} |${rffi.charp2str(end.ptr[0])}|`;
}
export function real(text: string): number {
  using s = rffi.scoped_str2charp(text);
  return strtod(s.ptr, null);
}
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  using p = rffi.scoped_nonmovingbuffer(a);
  using q = rffi.scoped_nonmovingbuffer(b);
  return memcmp(p.ptr, q.ptr, a.length) === 0;
}
export function words(text: string): string {
  using s = rffi.scoped_str2charp(text);
  using blanks = rffi.scoped_str2charp(' ,');
  using state = lltype.scoped_alloc(rffi.CCHARPP.to, 1, { zero: true });
  let all = '';
  let word = strtok_r(s.ptr, blanks.ptr, state.ptr);
  while (word !== null) {
    all += `<${rffi.charp2str(word)}>`;
    word = strtok_r(null, blanks.ptr, state.ptr);
  }
  return all;
}
export function repeated(seed: i32): boolean {
  srand(seed >>> 0);
  const [a, b, third] = [rand(), rand(), rand()];
  srand(seed >>> 0);
  return a === rand() && b === rand() && third === rand() && a !== b;
}
export function missing(): boolean {
  using name = rffi.scoped_str2charp('MIXMOD_NO_SUCH_NAME');
  return getenv(name.ptr) === null;
}
// length('xxx') → 3
// length('') → 0
// length('naïve') → 6
// found('hello world', 114) → '8: 114 108 100 0'
// found('hello', 122) → 'none'
// compared('abc', 'abd') → -1
// compared('b', 'a') → 1
// filled('abc') → 'true abc\x00\x00\x00\x00\x00'
// parsed('42 left', 10) → '42 | left|'
// parsed('-ffg', 16) → '-255 |g|'
// real('2.5e3x') → 2500
// sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)) → true
// words('one, two three') → '<one><two><three>'
// repeated(123) → true
// missing() → true
