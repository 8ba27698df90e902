// Each primitive as an argument and as a result, with its smallest and largest value; C adds nothing but looks at it.
'use mixmod';
import { f32, f64, i16, i32, i64, i8, isize, rffi, u16, u32, u64, u8, usize } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  includes: ['wchar.h', 'stdbool.h', 'stddef.h'],
  separate_module_sources: [`
signed char echo_sc(signed char x, int *seen) { *seen = x == -128; return x; }
unsigned char echo_uc(unsigned char x, int *seen) { *seen = x == 255; return x; }
char echo_c(char x, int *seen) { *seen = x == 'a'; return x; }
short echo_s(short x, int *seen) { *seen = x == -32768; return x; }
unsigned short echo_us(unsigned short x, int *seen) { *seen = x == 65535; return x; }
int echo_i(int x, int *seen) { *seen = x == -2147483647 - 1; return x; }
unsigned echo_u(unsigned x, int *seen) { *seen = x == 4294967295u; return x; }
long echo_l(long x, int *seen) { *seen = x == -9007199254740991L; return x; }
unsigned long echo_ul(unsigned long x, int *seen) { *seen = x == 9007199254740991UL; return x; }
long long echo_ll(long long x, int *seen) { *seen = x == -9223372036854775807LL - 1; return x; }
unsigned long long echo_ull(unsigned long long x, int *seen) { *seen = x == 18446744073709551615ULL; return x; }
float echo_f(float x, int *seen) { *seen = x == 0.1f; return x; }
double echo_d(double x, int *seen) { *seen = x == 0.1; return x; }
bool echo_b(bool x, int *seen) { *seen = x == 1; return x; }
wchar_t echo_w(wchar_t x, int *seen) { *seen = x == 0x1f600; return x; }
size_t echo_z(size_t x, int *seen) { *seen = x == 7; return x; }
int sum_all(signed char a, unsigned short b, int c, long d, float e, double f, _Bool g) { return a + b + c + d + e + f + g; }
`],
});
const c = { compilation_info: own };
const P = rffi.INTP;
const sc = rffi.llexternal('echo_sc', [rffi.SIGNEDCHAR, P], rffi.SIGNEDCHAR, c);
const uc = rffi.llexternal('echo_uc', [rffi.UCHAR, P], rffi.UCHAR, c);
const ch = rffi.llexternal('echo_c', [rffi.CHAR, P], rffi.CHAR, c);
const s = rffi.llexternal('echo_s', [rffi.SHORT, P], rffi.SHORT, c);
const us = rffi.llexternal('echo_us', [rffi.USHORT, P], rffi.USHORT, c);
const int = rffi.llexternal('echo_i', [rffi.INT, P], rffi.INT, c);
const u = rffi.llexternal('echo_u', [rffi.UINT, P], rffi.UINT, c);
const l = rffi.llexternal('echo_l', [rffi.LONG, P], rffi.LONG, c);
const ul = rffi.llexternal('echo_ul', [rffi.ULONG, P], rffi.ULONG, c);
const ll = rffi.llexternal('echo_ll', [rffi.LONGLONG, P], rffi.LONGLONG, c);
const ull = rffi.llexternal('echo_ull', [rffi.ULONGLONG, P], rffi.ULONGLONG, c);
const fl = rffi.llexternal('echo_f', [rffi.FLOAT, P], rffi.FLOAT, c);
const d = rffi.llexternal('echo_d', [rffi.DOUBLE, P], rffi.DOUBLE, c);
const b = rffi.llexternal('echo_b', [rffi.BOOL, P], rffi.BOOL, c);
const w = rffi.llexternal('echo_w', [rffi.WCHAR_T, P], rffi.WCHAR_T, c);
const z = rffi.llexternal('echo_z', [rffi.SIZE_T, P], rffi.SIZE_T, c);
const all = rffi.llexternal('sum_all', [rffi.SIGNEDCHAR, rffi.USHORT, rffi.INT, rffi.LONG, rffi.FLOAT, rffi.DOUBLE, rffi.BOOL], rffi.INT, c);
const seen = new Int32Array(1);
export function signedChar(x: i8): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${sc(x, p.ptr)} ${seen[0]}`; }
export function unsignedChar(x: u8): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${uc(x, p.ptr)} ${seen[0]}`; }
export function char(x: u8): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${ch(x, p.ptr)} ${seen[0]}`; }
export function short(x: i16): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${s(x, p.ptr)} ${seen[0]}`; }
export function unsignedShort(x: u16): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${us(x, p.ptr)} ${seen[0]}`; }
export function integer(x: i32): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${int(x, p.ptr)} ${seen[0]}`; }
export function unsigned(x: u32): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${u(x, p.ptr)} ${seen[0]}`; }
export function long(x: isize): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${l(x, p.ptr)} ${seen[0]}`; }
export function unsignedLong(x: usize): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${ul(x, p.ptr)} ${seen[0]}`; }
export function longLong(x: i64): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${ll(x, p.ptr)} ${seen[0]}`; }
export function unsignedLongLong(x: u64): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${ull(x, p.ptr)} ${seen[0]}`; }
export function float(x: f64): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${fl(f32(x), p.ptr)} ${seen[0]}`; }
export function double(x: f64): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${d(x, p.ptr)} ${seen[0]}`; }
export function bool(x: boolean): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${b(x, p.ptr)} ${seen[0]}`; }
export function wide(x: i32): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${w(x, p.ptr)} ${seen[0]}`; }
export function size(x: usize): string { using p = rffi.scoped_nonmovingbuffer(seen); return `${z(x, p.ptr)} ${seen[0]}`; }
export function mixed(): i32 { return all(-1, 2, 3, 4, f32(5.5), 6.5, true); }
// signedChar(-128) → '-128 1'
// unsignedChar(255) → '255 1'
// char(97) → '97 1'
// char(200) → '200 0'
// short(-32768) → '-32768 1'
// unsignedShort(65535) → '65535 1'
// integer(-2147483648) → '-2147483648 1'
// unsigned(4294967295) → '4294967295 1'
// long(-9007199254740991) → '-9007199254740991 1'
// unsignedLong(9007199254740991) → '9007199254740991 1'
// longLong(-9223372036854775808n) → '-9223372036854775808 1'
// unsignedLongLong(18446744073709551615n) → '18446744073709551615 1'
// float(0.1) → '0.10000000149011612 1'
// double(0.1) → '0.1 1'
// bool(true) → 'true 1'
// wide(0x1f600) → '128512 1'
// size(7) → '7 1'
// mixed() → 21
