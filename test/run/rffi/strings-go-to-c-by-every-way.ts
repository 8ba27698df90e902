// Copies that are freed, copies of a block, lists, parts, bytes without a NUL; const; and strings that C makes.
'use mixmod';
import { i32, isize, lltype, rffi, usize } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  includes: ['string.h', 'stdlib.h', 'wchar.h'],
  separate_module_sources: [`
char *reversed(const char *s) { size_t n = strlen(s); char *r = malloc(n + 1); for (size_t i = 0; i < n; i++) r[i] = s[n - 1 - i]; r[n] = 0; return r; }
int all_lengths(char **list) { int n = 0; for (; *list; list++) n += strlen(*list); return n; }
static const char *constant = "constant";
const char *get_constant(void) { return constant; }
const char *never(void) { return 0; }
unsigned sum_bytes(const unsigned char *p, size_t n) { unsigned s = 0; while (n--) s += *p++; return s; }
`],
});
const c = { compilation_info: own };
const strlen = rffi.llexternal('strlen', [rffi.CCHARP], rffi.SIZE_T, c);
const wcslen = rffi.llexternal('wcslen', [rffi.CWCHARP], rffi.SIZE_T, c);
const reversed = rffi.llexternal('reversed', [rffi.CCHARP], rffi.CCHARP, c);
const c_free = rffi.llexternal('free', [rffi.VOIDP], rffi.VOID, c);
const all_lengths = rffi.llexternal('all_lengths', [rffi.CCHARPP], rffi.INT, c);
const get_constant = rffi.llexternal('get_constant', [], rffi.CONST_CCHARP, c);
const never = rffi.llexternal('never', [], rffi.CONST_CCHARP, c);
const sum_bytes = rffi.llexternal('sum_bytes', [rffi.UCHARP, rffi.SIZE_T], rffi.UINT, c);
export function copied(text: string): usize {
  const s = rffi.str2charp(text);
  const n = strlen(s);
  rffi.free_charp(s);
  return n;
}
export function mixed(a: string, b: string): usize {
  using s = rffi.scoped_view_charp(a);
  const t = rffi.str2constcharp(b);
  const n = strlen(s.ptr) * 10 + strlen(t);
  rffi.free_charp(t);
  return n;
}
export function wide(text: string): usize {
  const w = rffi.unicode2wcharp(text);
  const n = wcslen(w);
  rffi.free_wcharp(w);
  return n;
}
export function madeByC(text: string): string {
  using s = rffi.scoped_str2charp(text);
  const r = reversed(s.ptr);
  const result = rffi.charp2str(r);
  c_free(r);
  return result;
}
export function list(): i32 {
  const l = rffi.liststr2charpp(['xxx', 'x', 'xxxx', '']);
  const n = all_lengths(l);
  rffi.free_charpp(l);
  return n;
}
export function emptyList(): string {
  const l = rffi.liststr2charpp([]);
  const text = `${l[0] === null} ${rffi.charpp2liststr(l).length}`;
  rffi.free_charpp(l);
  return text;
}
export function constants(): string {
  const p = get_constant();
  return `${rffi.constcharp2str(p)} ${rffi.constcharpsize2str(p, 5)} ${never() === null}`;
}
export function part(): string {
  const raw = rffi.str2charp('XxxZy');
  const n = rffi.str2chararray('abcdef', raw, 4);
  const text = `${n} ${rffi.charp2str(raw)}`;
  rffi.free_charp(raw);
  return text;
}
export function cutInsideOfACharacter(): string {
  using into = rffi.scoped_alloc_buffer(4);
  const n = rffi.str2chararray('aé€', into.ptr, 4);
  return `${n} ${into.ptr[n - 1]}`;
}
export function notUtf8(): string {
  using b = rffi.scoped_alloc_buffer(3);
  b.ptr[0] = 0x61;
  b.ptr[1] = 0xff;
  b.ptr[2] = 0;
  return `${rffi.charp2str(b.ptr)} ${rffi.charpsize2str(b.ptr, 3).length}`;
}
export function nulInside(text: string): usize {
  using s = rffi.scoped_str2charp(text);
  return strlen(s.ptr);
}
export function unsignedBytes(text: string): isize {
  using s = rffi.scoped_str2charp(text);
  return isize(sum_bytes(s.ptr, strlen(s.ptr)));
}
export function most(text: string, n: i32): string {
  using s = rffi.scoped_str2charp(text);
  return rffi.charp2strn(s.ptr, n);
}
// copied('xxx') → 3
// mixed('abcd', 'Xxx') → 43
// wide('xxxé😀') → 5
// madeByC('abc') → 'cba'
// list() → 8
// emptyList() → 'true 0'
// constants() → 'constant const true'
// part() → '4 abcdy'
// cutInsideOfACharacter() → '4 226'
// notUtf8() → 'a� 3'
// nulInside('a\0b') → TypeError: the string contains a NUL character and cannot become a char*
// unsignedBytes('é') → 364
// most('hello', 3) → 'hel'
// most('hello', -1) → RangeError: the size of a string must not be negative, got -1
