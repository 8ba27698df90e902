// Each integer type of C: its size and sign as the C compiler has them, and values that go to C behind a pointer and come back.
'use mixmod';
import { type i32, type isize, lltype, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  includes: ['stddef.h', 'stdint.h', 'sys/types.h', 'time.h', 'wchar.h'],
  separate_module_sources: [`
#define TYPE(NAME, T) T next_##NAME(T *p) { p[1] = p[0]; return p[1] + 1; }
TYPE(CHAR, char)
TYPE(SIGNEDCHAR, signed char)
TYPE(UCHAR, unsigned char)
TYPE(SHORT, short)
TYPE(USHORT, unsigned short)
TYPE(INT, int)
TYPE(UINT, unsigned)
TYPE(LONG, long)
TYPE(ULONG, unsigned long)
TYPE(LONGLONG, long long)
TYPE(ULONGLONG, unsigned long long)
TYPE(SIZE_T, size_t)
TYPE(SSIZE_T, ssize_t)
TYPE(PTRDIFF_T, ptrdiff_t)
TYPE(INTPTR_T, intptr_t)
TYPE(UINTPTR_T, uintptr_t)
TYPE(TIME_T, time_t)
TYPE(OFF_T, off_t)
TYPE(MODE_T, mode_t)
TYPE(PID_T, pid_t)
TYPE(WCHAR_T, wchar_t)
TYPE(INT8_T, int8_t)
TYPE(INT16_T, int16_t)
TYPE(INT32_T, int32_t)
TYPE(INT64_T, int64_t)
TYPE(UINT8_T, uint8_t)
TYPE(UINT16_T, uint16_t)
TYPE(UINT32_T, uint32_t)
TYPE(UINT64_T, uint64_t)
TYPE(INTMAX_T, intmax_t)
TYPE(UINTMAX_T, uintmax_t)
TYPE(INT_LEAST8_T, int_least8_t)
TYPE(INT_LEAST16_T, int_least16_t)
TYPE(INT_LEAST32_T, int_least32_t)
TYPE(INT_LEAST64_T, int_least64_t)
TYPE(UINT_LEAST8_T, uint_least8_t)
TYPE(UINT_LEAST16_T, uint_least16_t)
TYPE(UINT_LEAST32_T, uint_least32_t)
TYPE(UINT_LEAST64_T, uint_least64_t)
TYPE(INT_FAST8_T, int_fast8_t)
TYPE(INT_FAST16_T, int_fast16_t)
TYPE(INT_FAST32_T, int_fast32_t)
TYPE(INT_FAST64_T, int_fast64_t)
TYPE(UINT_FAST8_T, uint_fast8_t)
TYPE(UINT_FAST16_T, uint_fast16_t)
TYPE(UINT_FAST32_T, uint_fast32_t)
TYPE(UINT_FAST64_T, uint_fast64_t)
TYPE(SIGNED, long)
TYPE(UNSIGNED, unsigned long)
long c_sizes(int i) { long s[] = { sizeof(char), sizeof(signed char), sizeof(unsigned char), sizeof(short), sizeof(unsigned short), sizeof(int), sizeof(unsigned), sizeof(long), sizeof(unsigned long), sizeof(long long), sizeof(unsigned long long), sizeof(size_t), sizeof(ssize_t), sizeof(ptrdiff_t), sizeof(intptr_t), sizeof(uintptr_t), sizeof(time_t), sizeof(off_t), sizeof(mode_t), sizeof(pid_t), sizeof(wchar_t), sizeof(int8_t), sizeof(int16_t), sizeof(int32_t), sizeof(int64_t), sizeof(uint8_t), sizeof(uint16_t), sizeof(uint32_t), sizeof(uint64_t), sizeof(intmax_t), sizeof(uintmax_t), sizeof(int_least8_t), sizeof(int_least16_t), sizeof(int_least32_t), sizeof(int_least64_t), sizeof(uint_least8_t), sizeof(uint_least16_t), sizeof(uint_least32_t), sizeof(uint_least64_t), sizeof(int_fast8_t), sizeof(int_fast16_t), sizeof(int_fast32_t), sizeof(int_fast64_t), sizeof(uint_fast8_t), sizeof(uint_fast16_t), sizeof(uint_fast32_t), sizeof(uint_fast64_t), sizeof(long), sizeof(unsigned long) }; return s[i]; }
int c_signs(int i) { int s[] = { (char)-1 < 0, (signed char)-1 < 0, (unsigned char)-1 < 0, (short)-1 < 0, (unsigned short)-1 < 0, (int)-1 < 0, (unsigned)-1 < 0, (long)-1 < 0, (unsigned long)-1 < 0, (long long)-1 < 0, (unsigned long long)-1 < 0, (size_t)-1 < 0, (ssize_t)-1 < 0, (ptrdiff_t)-1 < 0, (intptr_t)-1 < 0, (uintptr_t)-1 < 0, (time_t)-1 < 0, (off_t)-1 < 0, (mode_t)-1 < 0, (pid_t)-1 < 0, (wchar_t)-1 < 0, (int8_t)-1 < 0, (int16_t)-1 < 0, (int32_t)-1 < 0, (int64_t)-1 < 0, (uint8_t)-1 < 0, (uint16_t)-1 < 0, (uint32_t)-1 < 0, (uint64_t)-1 < 0, (intmax_t)-1 < 0, (uintmax_t)-1 < 0, (int_least8_t)-1 < 0, (int_least16_t)-1 < 0, (int_least32_t)-1 < 0, (int_least64_t)-1 < 0, (uint_least8_t)-1 < 0, (uint_least16_t)-1 < 0, (uint_least32_t)-1 < 0, (uint_least64_t)-1 < 0, (int_fast8_t)-1 < 0, (int_fast16_t)-1 < 0, (int_fast32_t)-1 < 0, (int_fast64_t)-1 < 0, (uint_fast8_t)-1 < 0, (uint_fast16_t)-1 < 0, (uint_fast32_t)-1 < 0, (uint_fast64_t)-1 < 0, (long)-1 < 0, (unsigned long)-1 < 0 }; return s[i]; }
`],
});
const c = { compilation_info: own };
const c_sizes = rffi.llexternal('c_sizes', [rffi.INT], rffi.LONG, c);
const c_signs = rffi.llexternal('c_signs', [rffi.INT], rffi.INT, c);
const next_CHAR = rffi.llexternal('next_CHAR', [rffi.CCHARP], rffi.CHAR, c);
const next_SIGNEDCHAR = rffi.llexternal('next_SIGNEDCHAR', [rffi.SIGNEDCHARP], rffi.SIGNEDCHAR, c);
const next_UCHAR = rffi.llexternal('next_UCHAR', [rffi.UCHARP], rffi.UCHAR, c);
const next_SHORT = rffi.llexternal('next_SHORT', [rffi.SHORTP], rffi.SHORT, c);
const next_USHORT = rffi.llexternal('next_USHORT', [rffi.USHORTP], rffi.USHORT, c);
const next_INT = rffi.llexternal('next_INT', [rffi.INTP], rffi.INT, c);
const next_UINT = rffi.llexternal('next_UINT', [rffi.UINTP], rffi.UINT, c);
const next_LONG = rffi.llexternal('next_LONG', [rffi.LONGP], rffi.LONG, c);
const next_ULONG = rffi.llexternal('next_ULONG', [rffi.ULONGP], rffi.ULONG, c);
const next_LONGLONG = rffi.llexternal('next_LONGLONG', [rffi.LONGLONGP], rffi.LONGLONG, c);
const next_ULONGLONG = rffi.llexternal('next_ULONGLONG', [rffi.ULONGLONGP], rffi.ULONGLONG, c);
const next_SIZE_T = rffi.llexternal('next_SIZE_T', [rffi.SIZE_TP], rffi.SIZE_T, c);
const next_SSIZE_T = rffi.llexternal('next_SSIZE_T', [rffi.SSIZE_TP], rffi.SSIZE_T, c);
const next_PTRDIFF_T = rffi.llexternal('next_PTRDIFF_T', [rffi.PTRDIFF_TP], rffi.PTRDIFF_T, c);
const next_INTPTR_T = rffi.llexternal('next_INTPTR_T', [rffi.INTPTR_TP], rffi.INTPTR_T, c);
const next_UINTPTR_T = rffi.llexternal('next_UINTPTR_T', [rffi.UINTPTR_TP], rffi.UINTPTR_T, c);
const next_TIME_T = rffi.llexternal('next_TIME_T', [rffi.TIME_TP], rffi.TIME_T, c);
const next_OFF_T = rffi.llexternal('next_OFF_T', [rffi.OFF_TP], rffi.OFF_T, c);
const next_MODE_T = rffi.llexternal('next_MODE_T', [rffi.MODE_TP], rffi.MODE_T, c);
const next_PID_T = rffi.llexternal('next_PID_T', [rffi.PID_TP], rffi.PID_T, c);
const next_WCHAR_T = rffi.llexternal('next_WCHAR_T', [rffi.WCHAR_TP], rffi.WCHAR_T, c);
const next_INT8_T = rffi.llexternal('next_INT8_T', [rffi.INT8_TP], rffi.INT8_T, c);
const next_INT16_T = rffi.llexternal('next_INT16_T', [rffi.INT16_TP], rffi.INT16_T, c);
const next_INT32_T = rffi.llexternal('next_INT32_T', [rffi.INT32_TP], rffi.INT32_T, c);
const next_INT64_T = rffi.llexternal('next_INT64_T', [rffi.INT64_TP], rffi.INT64_T, c);
const next_UINT8_T = rffi.llexternal('next_UINT8_T', [rffi.UINT8_TP], rffi.UINT8_T, c);
const next_UINT16_T = rffi.llexternal('next_UINT16_T', [rffi.UINT16_TP], rffi.UINT16_T, c);
const next_UINT32_T = rffi.llexternal('next_UINT32_T', [rffi.UINT32_TP], rffi.UINT32_T, c);
const next_UINT64_T = rffi.llexternal('next_UINT64_T', [rffi.UINT64_TP], rffi.UINT64_T, c);
const next_INTMAX_T = rffi.llexternal('next_INTMAX_T', [rffi.INTMAX_TP], rffi.INTMAX_T, c);
const next_UINTMAX_T = rffi.llexternal('next_UINTMAX_T', [rffi.UINTMAX_TP], rffi.UINTMAX_T, c);
const next_INT_LEAST8_T = rffi.llexternal('next_INT_LEAST8_T', [rffi.INT_LEAST8_TP], rffi.INT_LEAST8_T, c);
const next_INT_LEAST16_T = rffi.llexternal('next_INT_LEAST16_T', [rffi.INT_LEAST16_TP], rffi.INT_LEAST16_T, c);
const next_INT_LEAST32_T = rffi.llexternal('next_INT_LEAST32_T', [rffi.INT_LEAST32_TP], rffi.INT_LEAST32_T, c);
const next_INT_LEAST64_T = rffi.llexternal('next_INT_LEAST64_T', [rffi.INT_LEAST64_TP], rffi.INT_LEAST64_T, c);
const next_UINT_LEAST8_T = rffi.llexternal('next_UINT_LEAST8_T', [rffi.UINT_LEAST8_TP], rffi.UINT_LEAST8_T, c);
const next_UINT_LEAST16_T = rffi.llexternal('next_UINT_LEAST16_T', [rffi.UINT_LEAST16_TP], rffi.UINT_LEAST16_T, c);
const next_UINT_LEAST32_T = rffi.llexternal('next_UINT_LEAST32_T', [rffi.UINT_LEAST32_TP], rffi.UINT_LEAST32_T, c);
const next_UINT_LEAST64_T = rffi.llexternal('next_UINT_LEAST64_T', [rffi.UINT_LEAST64_TP], rffi.UINT_LEAST64_T, c);
const next_INT_FAST8_T = rffi.llexternal('next_INT_FAST8_T', [rffi.INT_FAST8_TP], rffi.INT_FAST8_T, c);
const next_INT_FAST16_T = rffi.llexternal('next_INT_FAST16_T', [rffi.INT_FAST16_TP], rffi.INT_FAST16_T, c);
const next_INT_FAST32_T = rffi.llexternal('next_INT_FAST32_T', [rffi.INT_FAST32_TP], rffi.INT_FAST32_T, c);
const next_INT_FAST64_T = rffi.llexternal('next_INT_FAST64_T', [rffi.INT_FAST64_TP], rffi.INT_FAST64_T, c);
const next_UINT_FAST8_T = rffi.llexternal('next_UINT_FAST8_T', [rffi.UINT_FAST8_TP], rffi.UINT_FAST8_T, c);
const next_UINT_FAST16_T = rffi.llexternal('next_UINT_FAST16_T', [rffi.UINT_FAST16_TP], rffi.UINT_FAST16_T, c);
const next_UINT_FAST32_T = rffi.llexternal('next_UINT_FAST32_T', [rffi.UINT_FAST32_TP], rffi.UINT_FAST32_T, c);
const next_UINT_FAST64_T = rffi.llexternal('next_UINT_FAST64_T', [rffi.UINT_FAST64_TP], rffi.UINT_FAST64_T, c);
const next_SIGNED = rffi.llexternal('next_SIGNED', [rffi.SIGNEDP], rffi.SIGNED, c);
const next_UNSIGNED = rffi.llexternal('next_UNSIGNED', [rffi.UNSIGNEDP], rffi.UNSIGNED, c);
export function sizes(): string {
  const own: isize[] = [
    rffi.sizeof(rffi.CHAR),
    rffi.sizeof(rffi.SIGNEDCHAR),
    rffi.sizeof(rffi.UCHAR),
    rffi.sizeof(rffi.SHORT),
    rffi.sizeof(rffi.USHORT),
    rffi.sizeof(rffi.INT),
    rffi.sizeof(rffi.UINT),
    rffi.sizeof(rffi.LONG),
    rffi.sizeof(rffi.ULONG),
    rffi.sizeof(rffi.LONGLONG),
    rffi.sizeof(rffi.ULONGLONG),
    rffi.sizeof(rffi.SIZE_T),
    rffi.sizeof(rffi.SSIZE_T),
    rffi.sizeof(rffi.PTRDIFF_T),
    rffi.sizeof(rffi.INTPTR_T),
    rffi.sizeof(rffi.UINTPTR_T),
    rffi.sizeof(rffi.TIME_T),
    rffi.sizeof(rffi.OFF_T),
    rffi.sizeof(rffi.MODE_T),
    rffi.sizeof(rffi.PID_T),
    rffi.sizeof(rffi.WCHAR_T),
    rffi.sizeof(rffi.INT8_T),
    rffi.sizeof(rffi.INT16_T),
    rffi.sizeof(rffi.INT32_T),
    rffi.sizeof(rffi.INT64_T),
    rffi.sizeof(rffi.UINT8_T),
    rffi.sizeof(rffi.UINT16_T),
    rffi.sizeof(rffi.UINT32_T),
    rffi.sizeof(rffi.UINT64_T),
    rffi.sizeof(rffi.INTMAX_T),
    rffi.sizeof(rffi.UINTMAX_T),
    rffi.sizeof(rffi.INT_LEAST8_T),
    rffi.sizeof(rffi.INT_LEAST16_T),
    rffi.sizeof(rffi.INT_LEAST32_T),
    rffi.sizeof(rffi.INT_LEAST64_T),
    rffi.sizeof(rffi.UINT_LEAST8_T),
    rffi.sizeof(rffi.UINT_LEAST16_T),
    rffi.sizeof(rffi.UINT_LEAST32_T),
    rffi.sizeof(rffi.UINT_LEAST64_T),
    rffi.sizeof(rffi.INT_FAST8_T),
    rffi.sizeof(rffi.INT_FAST16_T),
    rffi.sizeof(rffi.INT_FAST32_T),
    rffi.sizeof(rffi.INT_FAST64_T),
    rffi.sizeof(rffi.UINT_FAST8_T),
    rffi.sizeof(rffi.UINT_FAST16_T),
    rffi.sizeof(rffi.UINT_FAST32_T),
    rffi.sizeof(rffi.UINT_FAST64_T),
    rffi.sizeof(rffi.SIGNED),
    rffi.sizeof(rffi.UNSIGNED),
  ];
  let wrong = '';
  for (let i: i32 = 0; i < own.length; i++) if (own[i] !== c_sizes(i)) wrong += `${i} `;
  return `${own.length} types, wrong: ${wrong}`;
}
/** rffi.CHAR, the first, is 0 to 255 on every machine. */
export function signs(): string {
  const own: boolean[] = [
    rffi.cast(rffi.CHAR, -1) < 0,
    rffi.cast(rffi.SIGNEDCHAR, -1) < 0,
    rffi.cast(rffi.UCHAR, -1) < 0,
    rffi.cast(rffi.SHORT, -1) < 0,
    rffi.cast(rffi.USHORT, -1) < 0,
    rffi.cast(rffi.INT, -1) < 0,
    rffi.cast(rffi.UINT, -1) < 0,
    rffi.cast(rffi.LONG, -1) < 0,
    rffi.cast(rffi.ULONG, -1) < 0,
    rffi.cast(rffi.LONGLONG, -1) < 0n,
    rffi.cast(rffi.ULONGLONG, -1) < 0n,
    rffi.cast(rffi.SIZE_T, -1) < 0,
    rffi.cast(rffi.SSIZE_T, -1) < 0,
    rffi.cast(rffi.PTRDIFF_T, -1) < 0,
    rffi.cast(rffi.INTPTR_T, -1) < 0,
    rffi.cast(rffi.UINTPTR_T, -1) < 0,
    rffi.cast(rffi.TIME_T, -1) < 0,
    rffi.cast(rffi.OFF_T, -1) < 0,
    rffi.cast(rffi.MODE_T, -1) < 0,
    rffi.cast(rffi.PID_T, -1) < 0,
    rffi.cast(rffi.WCHAR_T, -1) < 0,
    rffi.cast(rffi.INT8_T, -1) < 0,
    rffi.cast(rffi.INT16_T, -1) < 0,
    rffi.cast(rffi.INT32_T, -1) < 0,
    rffi.cast(rffi.INT64_T, -1) < 0n,
    rffi.cast(rffi.UINT8_T, -1) < 0,
    rffi.cast(rffi.UINT16_T, -1) < 0,
    rffi.cast(rffi.UINT32_T, -1) < 0,
    rffi.cast(rffi.UINT64_T, -1) < 0n,
    rffi.cast(rffi.INTMAX_T, -1) < 0n,
    rffi.cast(rffi.UINTMAX_T, -1) < 0n,
    rffi.cast(rffi.INT_LEAST8_T, -1) < 0,
    rffi.cast(rffi.INT_LEAST16_T, -1) < 0,
    rffi.cast(rffi.INT_LEAST32_T, -1) < 0,
    rffi.cast(rffi.INT_LEAST64_T, -1) < 0n,
    rffi.cast(rffi.UINT_LEAST8_T, -1) < 0,
    rffi.cast(rffi.UINT_LEAST16_T, -1) < 0,
    rffi.cast(rffi.UINT_LEAST32_T, -1) < 0,
    rffi.cast(rffi.UINT_LEAST64_T, -1) < 0n,
    rffi.cast(rffi.INT_FAST8_T, -1) < 0,
    rffi.cast(rffi.INT_FAST16_T, -1) < 0,
    rffi.cast(rffi.INT_FAST32_T, -1) < 0,
    rffi.cast(rffi.INT_FAST64_T, -1) < 0n,
    rffi.cast(rffi.UINT_FAST8_T, -1) < 0,
    rffi.cast(rffi.UINT_FAST16_T, -1) < 0,
    rffi.cast(rffi.UINT_FAST32_T, -1) < 0,
    rffi.cast(rffi.UINT_FAST64_T, -1) < 0n,
    rffi.cast(rffi.SIGNED, -1) < 0,
    rffi.cast(rffi.UNSIGNED, -1) < 0,
  ];
  let wrong = '';
  for (let i: i32 = 1; i < own.length; i++) if (own[i] !== (c_signs(i) !== 0)) wrong += `${i} `;
  return `wrong: ${wrong}`;
}
export function CHAR(): string {
  using p = lltype.scoped_alloc(rffi.CCHARP.to, 2);
  p.ptr[0] = 41;
  return `${next_CHAR(p.ptr)} ${p.ptr[1]}`;
}
export function SIGNEDCHAR(): string {
  using p = lltype.scoped_alloc(rffi.SIGNEDCHARP.to, 2);
  p.ptr[0] = 41;
  return `${next_SIGNEDCHAR(p.ptr)} ${p.ptr[1]}`;
}
export function UCHAR(): string {
  using p = lltype.scoped_alloc(rffi.UCHARP.to, 2);
  p.ptr[0] = 41;
  return `${next_UCHAR(p.ptr)} ${p.ptr[1]}`;
}
export function SHORT(): string {
  using p = lltype.scoped_alloc(rffi.SHORTP.to, 2);
  p.ptr[0] = 41;
  return `${next_SHORT(p.ptr)} ${p.ptr[1]}`;
}
export function USHORT(): string {
  using p = lltype.scoped_alloc(rffi.USHORTP.to, 2);
  p.ptr[0] = 41;
  return `${next_USHORT(p.ptr)} ${p.ptr[1]}`;
}
export function INT(): string {
  using p = lltype.scoped_alloc(rffi.INTP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT(p.ptr)} ${p.ptr[1]}`;
}
export function UINT(): string {
  using p = lltype.scoped_alloc(rffi.UINTP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT(p.ptr)} ${p.ptr[1]}`;
}
export function LONG(): string {
  using p = lltype.scoped_alloc(rffi.LONGP.to, 2);
  p.ptr[0] = 41;
  return `${next_LONG(p.ptr)} ${p.ptr[1]}`;
}
export function ULONG(): string {
  using p = lltype.scoped_alloc(rffi.ULONGP.to, 2);
  p.ptr[0] = 41;
  return `${next_ULONG(p.ptr)} ${p.ptr[1]}`;
}
export function LONGLONG(): string {
  using p = lltype.scoped_alloc(rffi.LONGLONGP.to, 2);
  p.ptr[0] = 41n;
  return `${next_LONGLONG(p.ptr)} ${p.ptr[1]}`;
}
export function ULONGLONG(): string {
  using p = lltype.scoped_alloc(rffi.ULONGLONGP.to, 2);
  p.ptr[0] = 41n;
  return `${next_ULONGLONG(p.ptr)} ${p.ptr[1]}`;
}
export function SIZE_T(): string {
  using p = lltype.scoped_alloc(rffi.SIZE_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_SIZE_T(p.ptr)} ${p.ptr[1]}`;
}
export function SSIZE_T(): string {
  using p = lltype.scoped_alloc(rffi.SSIZE_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_SSIZE_T(p.ptr)} ${p.ptr[1]}`;
}
export function PTRDIFF_T(): string {
  using p = lltype.scoped_alloc(rffi.PTRDIFF_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_PTRDIFF_T(p.ptr)} ${p.ptr[1]}`;
}
export function INTPTR_T(): string {
  using p = lltype.scoped_alloc(rffi.INTPTR_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INTPTR_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINTPTR_T(): string {
  using p = lltype.scoped_alloc(rffi.UINTPTR_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINTPTR_T(p.ptr)} ${p.ptr[1]}`;
}
export function TIME_T(): string {
  using p = lltype.scoped_alloc(rffi.TIME_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_TIME_T(p.ptr)} ${p.ptr[1]}`;
}
export function OFF_T(): string {
  using p = lltype.scoped_alloc(rffi.OFF_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_OFF_T(p.ptr)} ${p.ptr[1]}`;
}
export function MODE_T(): string {
  using p = lltype.scoped_alloc(rffi.MODE_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_MODE_T(p.ptr)} ${p.ptr[1]}`;
}
export function PID_T(): string {
  using p = lltype.scoped_alloc(rffi.PID_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_PID_T(p.ptr)} ${p.ptr[1]}`;
}
export function WCHAR_T(): string {
  using p = lltype.scoped_alloc(rffi.WCHAR_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_WCHAR_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT8_T(): string {
  using p = lltype.scoped_alloc(rffi.INT8_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT8_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT16_T(): string {
  using p = lltype.scoped_alloc(rffi.INT16_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT16_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT32_T(): string {
  using p = lltype.scoped_alloc(rffi.INT32_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT32_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT64_T(): string {
  using p = lltype.scoped_alloc(rffi.INT64_TP.to, 2);
  p.ptr[0] = 41n;
  return `${next_INT64_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT8_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT8_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT8_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT16_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT16_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT16_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT32_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT32_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT32_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT64_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT64_TP.to, 2);
  p.ptr[0] = 41n;
  return `${next_UINT64_T(p.ptr)} ${p.ptr[1]}`;
}
export function INTMAX_T(): string {
  using p = lltype.scoped_alloc(rffi.INTMAX_TP.to, 2);
  p.ptr[0] = 41n;
  return `${next_INTMAX_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINTMAX_T(): string {
  using p = lltype.scoped_alloc(rffi.UINTMAX_TP.to, 2);
  p.ptr[0] = 41n;
  return `${next_UINTMAX_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT_LEAST8_T(): string {
  using p = lltype.scoped_alloc(rffi.INT_LEAST8_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT_LEAST8_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT_LEAST16_T(): string {
  using p = lltype.scoped_alloc(rffi.INT_LEAST16_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT_LEAST16_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT_LEAST32_T(): string {
  using p = lltype.scoped_alloc(rffi.INT_LEAST32_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT_LEAST32_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT_LEAST64_T(): string {
  using p = lltype.scoped_alloc(rffi.INT_LEAST64_TP.to, 2);
  p.ptr[0] = 41n;
  return `${next_INT_LEAST64_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT_LEAST8_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT_LEAST8_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT_LEAST8_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT_LEAST16_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT_LEAST16_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT_LEAST16_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT_LEAST32_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT_LEAST32_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT_LEAST32_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT_LEAST64_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT_LEAST64_TP.to, 2);
  p.ptr[0] = 41n;
  return `${next_UINT_LEAST64_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT_FAST8_T(): string {
  using p = lltype.scoped_alloc(rffi.INT_FAST8_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT_FAST8_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT_FAST16_T(): string {
  using p = lltype.scoped_alloc(rffi.INT_FAST16_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT_FAST16_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT_FAST32_T(): string {
  using p = lltype.scoped_alloc(rffi.INT_FAST32_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_INT_FAST32_T(p.ptr)} ${p.ptr[1]}`;
}
export function INT_FAST64_T(): string {
  using p = lltype.scoped_alloc(rffi.INT_FAST64_TP.to, 2);
  p.ptr[0] = 41n;
  return `${next_INT_FAST64_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT_FAST8_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT_FAST8_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT_FAST8_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT_FAST16_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT_FAST16_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT_FAST16_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT_FAST32_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT_FAST32_TP.to, 2);
  p.ptr[0] = 41;
  return `${next_UINT_FAST32_T(p.ptr)} ${p.ptr[1]}`;
}
export function UINT_FAST64_T(): string {
  using p = lltype.scoped_alloc(rffi.UINT_FAST64_TP.to, 2);
  p.ptr[0] = 41n;
  return `${next_UINT_FAST64_T(p.ptr)} ${p.ptr[1]}`;
}
export function SIGNED(): string {
  using p = lltype.scoped_alloc(rffi.SIGNEDP.to, 2);
  p.ptr[0] = 41;
  return `${next_SIGNED(p.ptr)} ${p.ptr[1]}`;
}
export function UNSIGNED(): string {
  using p = lltype.scoped_alloc(rffi.UNSIGNEDP.to, 2);
  p.ptr[0] = 41;
  return `${next_UNSIGNED(p.ptr)} ${p.ptr[1]}`;
}
// sizes() → '49 types, wrong: '
// signs() → 'wrong: '
// CHAR() → '42 41'
// SIGNEDCHAR() → '42 41'
// UCHAR() → '42 41'
// SHORT() → '42 41'
// USHORT() → '42 41'
// INT() → '42 41'
// UINT() → '42 41'
// LONG() → '42 41'
// ULONG() → '42 41'
// LONGLONG() → '42 41'
// ULONGLONG() → '42 41'
// SIZE_T() → '42 41'
// SSIZE_T() → '42 41'
// PTRDIFF_T() → '42 41'
// INTPTR_T() → '42 41'
// UINTPTR_T() → '42 41'
// TIME_T() → '42 41'
// OFF_T() → '42 41'
// MODE_T() → '42 41'
// PID_T() → '42 41'
// WCHAR_T() → '42 41'
// INT8_T() → '42 41'
// INT16_T() → '42 41'
// INT32_T() → '42 41'
// INT64_T() → '42 41'
// UINT8_T() → '42 41'
// UINT16_T() → '42 41'
// UINT32_T() → '42 41'
// UINT64_T() → '42 41'
// INTMAX_T() → '42 41'
// UINTMAX_T() → '42 41'
// INT_LEAST8_T() → '42 41'
// INT_LEAST16_T() → '42 41'
// INT_LEAST32_T() → '42 41'
// INT_LEAST64_T() → '42 41'
// UINT_LEAST8_T() → '42 41'
// UINT_LEAST16_T() → '42 41'
// UINT_LEAST32_T() → '42 41'
// UINT_LEAST64_T() → '42 41'
// INT_FAST8_T() → '42 41'
// INT_FAST16_T() → '42 41'
// INT_FAST32_T() → '42 41'
// INT_FAST64_T() → '42 41'
// UINT_FAST8_T() → '42 41'
// UINT_FAST16_T() → '42 41'
// UINT_FAST32_T() → '42 41'
// UINT_FAST64_T() → '42 41'
// SIGNED() → '42 41'
// UNSIGNED() → '42 41'
