// The pointer types that are no pointers to integers: to real numbers, booleans, characters, to pointers; and names for one type.
'use mixmod';
import { type f64, isize, lltype, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  includes: ['stdbool.h', 'wchar.h', 'string.h'],
  separate_module_sources: [`
double sum_double(double *p) { return p[0] + p[1]; }
float sum_float(float *p) { return p[0] + p[1]; }
long double sum_long_double(long double *p) { return p[0] + p[1]; }
bool either(bool *p) { return p[0] || p[1]; }
double swap_double(double **pp) { double *p = pp[0]; pp[0] = pp[1]; pp[1] = p; return *pp[0]; }
float second_float(float **pp) { return *pp[1]; }
int second_int(int **pp) { return *pp[1]; }
long second_long(long **pp) { return *pp[1]; }
unsigned long second_unsigned(unsigned long **pp) { return *pp[1]; }
size_t second_length(wchar_t **pp) { return wcslen(pp[1]); }
void *second(void **pp) { return pp[1]; }
const void *same(const void *p) { return p; }
`],
});
const c = { compilation_info: own };
const sum_double = rffi.llexternal('sum_double', [rffi.DOUBLEP], rffi.DOUBLE, c);
const sum_float = rffi.llexternal('sum_float', [rffi.FLOATP], rffi.FLOAT, c);
const sum_long_double = rffi.llexternal('sum_long_double', [rffi.LONGDOUBLEP], rffi.LONGDOUBLE, c);
const either = rffi.llexternal('either', [rffi.BOOLP], rffi.BOOL, c);
const swap_double = rffi.llexternal('swap_double', [rffi.DOUBLEPP], rffi.DOUBLE, c);
const second_float = rffi.llexternal('second_float', [rffi.FLOATPP], rffi.FLOAT, c);
const second_int = rffi.llexternal('second_int', [rffi.INTPP], rffi.INT, c);
const second_long = rffi.llexternal('second_long', [rffi.SIGNEDPP], rffi.SIGNED, c);
const second_unsigned = rffi.llexternal('second_unsigned', [rffi.UNSIGNEDPP], rffi.UNSIGNED, c);
const second_length = rffi.llexternal('second_length', [rffi.CWCHARPP], rffi.SIZE_T, c);
const second = rffi.llexternal('second', [rffi.VOIDPP], rffi.VOIDP, c);
const same = rffi.llexternal('same', [rffi.CONST_VOIDP], rffi.CONST_VOIDP, c);
const strlen = rffi.llexternal('strlen', [rffi.CONST_CCHARP], rffi.SIZE_T, c);
export function reals(x: f64): string {
  using d = lltype.scoped_alloc(rffi.DOUBLEP.to, 2);
  using f = lltype.scoped_alloc(rffi.FLOATP.to, 2, { zero: true });
  using l = lltype.scoped_alloc(rffi.LONGDOUBLEP.to, 2);
  d.ptr[0] = d.ptr[1] = l.ptr[0] = l.ptr[1] = x;
  f.ptr[1] = rffi.cast(rffi.FLOAT, x);
  return `${sum_double(d.ptr)} ${sum_float(f.ptr)} ${sum_long_double(l.ptr)}`;
}
export function booleans(a: boolean, b: boolean): boolean {
  using p = lltype.scoped_alloc(rffi.BOOLP.to, 2);
  p.ptr[0] = a;
  p.ptr[1] = b;
  return either(p.ptr);
}
export function doublesBehindPointers(): string {
  using p = lltype.scoped_alloc(rffi.DOUBLEP.to, 2);
  using pp = lltype.scoped_alloc(rffi.DOUBLEPP.to, 2);
  p.ptr[0] = 1.5;
  p.ptr[1] = 2.5;
  pp.ptr[0] = p.ptr;
  pp.ptr[1] = rffi.ptradd(p.ptr, 1);
  return `${swap_double(pp.ptr)} ${pp.ptr[1] === p.ptr} ${pp.ptr[0][0]}`;
}
export function floatsBehindPointers(): f64 {
  using p = lltype.scoped_alloc(rffi.FLOATP.to, 1);
  using pp = lltype.scoped_alloc(rffi.FLOATPP.to, 2, { zero: true });
  p.ptr[0] = rffi.cast(rffi.FLOAT, 0.25);
  pp.ptr[1] = p.ptr;
  return second_float(pp.ptr);
}
export function integersBehindPointers(): string {
  using i = lltype.scoped_alloc(rffi.INTP.to, 1);
  using s = lltype.scoped_alloc(rffi.SIGNEDP.to, 1);
  using u = lltype.scoped_alloc(rffi.UNSIGNEDP.to, 1);
  using ip = lltype.scoped_alloc(rffi.INTPP.to, 2, { zero: true });
  using sp = lltype.scoped_alloc(rffi.SIGNEDPP.to, 2, { zero: true });
  using up = lltype.scoped_alloc(rffi.UNSIGNEDPP.to, 2, { zero: true });
  i.ptr[0] = -1;
  s.ptr[0] = -2;
  u.ptr[0] = 3;
  ip.ptr[1] = i.ptr;
  sp.ptr[1] = s.ptr;
  up.ptr[1] = u.ptr;
  return `${second_int(ip.ptr)} ${second_long(sp.ptr)} ${second_unsigned(up.ptr)}`;
}
export function wideTexts(text: string): isize {
  using w = rffi.scoped_unicode2wcharp(text);
  using list = lltype.scoped_alloc(rffi.CWCHARPP.to, 2, { zero: true });
  list.ptr[1] = w.ptr;
  return isize(second_length(list.ptr));
}
export function unknownPointers(): boolean {
  using p = lltype.scoped_alloc(rffi.INTP.to, 1);
  using list = lltype.scoped_alloc(rffi.VOIDPP.to, 2, { zero: true });
  list.ptr[1] = rffi.cast(rffi.VOIDP, p.ptr);
  return rffi.cast(rffi.INTP, second(list.ptr)) === p.ptr;
}
/** const is no part of a type. */
export function constants(text: string): string {
  using s = rffi.scoped_str2charp(text);
  const again = rffi.cast(rffi.CHARP, same(s.ptr));
  return `${again === s.ptr} ${strlen(again)} ${rffi.constcharp2str(again)}`;
}
export function nulls(): string {
  const none = same(rffi.NULL);
  return `${none === rffi.NULL} ${none === null} ${lltype.nullptr(rffi.INTP.to) === rffi.NULL}`;
}
export function flags(): string { return `${rffi.RFFI_FULL_ERRNO === rffi.RFFI_SAVE_ERRNO + rffi.RFFI_READSAVED_ERRNO} ${rffi.RFFI_ALT_ERRNO}`; }
// reals(0.75) → '1.5 0.75 1.5'
// booleans(false, true) → true
// booleans(false, false) → false
// doublesBehindPointers() → '2.5 true 2.5'
// floatsBehindPointers() → 0.25
// integersBehindPointers() → '-1 -2 3'
// wideTexts('häß😀') → 4
// unknownPointers() → true
// constants('const') → 'true 5 const'
// nulls() → 'true true true'
// flags() → 'true 64'
