// Arguments beyond the declared ones, long doubles, pointers to functions of C, and errno that is saved.
'use mixmod';
import { f32, f64, i32, i64, lltype, rffi, rposix, u8 } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  includes: ['stdio.h', 'errno.h', 'stdarg.h'],
  separate_module_sources: [`
typedef int (*binary)(int, int);
static int mul(int a, int b) { return a * b; }
static int sub(int a, int b) { return a - b; }
binary operation(char name) { return name == '*' ? mul : name == '-' ? sub : 0; }
int fails(int code) { errno = code; return -1; }
int reads(void) { return errno; }
long double product(long double x, int n) { return x * n; }
long double sums(int n, ...) {
  va_list list;
  va_start(list, n);
  long double sum = 0;
  for (int i = 0; i < n; i++) sum += va_arg(list, long double);
  va_end(list);
  return sum;
}
`],
});
const info = { compilation_info: own };
const BINARY = rffi.CCallback([rffi.INT, rffi.INT], rffi.INT);
const operation = rffi.llexternal('operation', [rffi.CHAR], BINARY, info);
const fails = rffi.llexternal('fails', [rffi.INT], rffi.INT, { compilation_info: own, save_err: rffi.RFFI_SAVE_ERRNO });
const failsAlt = rffi.llexternal('fails', [rffi.INT], rffi.INT, {
  compilation_info: own,
  save_err: rffi.RFFI_SAVE_ERRNO + rffi.RFFI_ALT_ERRNO,
});
const reads = rffi.llexternal('reads', [], rffi.INT, { compilation_info: own, save_err: rffi.RFFI_READSAVED_ERRNO });
const readsZero = rffi.llexternal('reads', [], rffi.INT, { compilation_info: own, save_err: rffi.RFFI_ZERO_ERRNO_BEFORE });
const product = rffi.llexternal('product', [rffi.LONGDOUBLE, rffi.INT], rffi.LONGDOUBLE, info);
const snprintf = rffi.llexternal('snprintf', [rffi.CCHARP, rffi.SIZE_T, rffi.CCHARP], rffi.INT, {
  compilation_info: own,
  variadic: true,
});
export function called(a: i32, b: i32): string {
  const [times, minus] = [operation(0x2a), operation(0x2d)];
  return `${times(a, b)} ${minus(a, b)} ${operation(0x3f) === null}`;
}
export function errno(code: i32): string {
  const r = fails(code);
  failsAlt(code + 1);
  const seen = `${r} ${rposix.get_saved_errno()} ${rposix.get_saved_alterrno()}`;
  rposix.set_saved_errno(77);
  return `${seen} ${reads()} ${readsZero()} ${rposix.get_saved_errno()}`;
}
export function wide(x: f64, n: i32): f64 { return product(x, n); }
export function text(a: i32, b: f64, c: i64): string {
  using out = rffi.scoped_alloc_buffer(64);
  using format = rffi.scoped_str2charp('%d %.2f %lld %c %.1f %s');
  using name = rffi.scoped_str2charp('née');
  const n = snprintf(out.ptr, 64, format.ptr, a, b, c, u8(65), f32(0.5), name.ptr);
  return rffi.charpsize2str(out.ptr, n);
}
export function none(): string {
  using out = rffi.scoped_alloc_buffer(8);
  using format = rffi.scoped_str2charp('plain');
  snprintf(out.ptr, 8, format.ptr);
  return rffi.charp2str(out.ptr);
}
const LD = rffi.LONGDOUBLEP;
export function inMemory(x: f64): string {
  using p = lltype.scoped_alloc(LD.to, 2, { zero: true });
  p.ptr[0] = x;
  p.ptr[1] = p.ptr[0] / 3;
  return `${p.ptr[0]} ${p.ptr[1]} ${rffi.sizeof(rffi.LONGDOUBLE)}`;
}
// called(6, 7) → '42 -1 true'
// errno(13) → '-1 13 14 77 0 77'
// wide(1.25, 4) → 5
// text(-5, 1.5, 9000000000n) → '-5 1.50 9000000000 A 0.5 née'
// none() → 'plain'
// inMemory(-0.1) → '-0.1 -0.03333333333333333 16'
// inMemory(5e-324) → '5e-324 0 16'
// inMemory(1 / 0) → 'Infinity Infinity 16'
