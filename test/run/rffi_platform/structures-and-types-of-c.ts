// Layouts that C tells: fields of every type, in part, nested, arrays inside, bit-fields, unions, and types that may be absent.
'use mixmod';
import { i32, isize, lltype, rffi, rffi_platform, u8 } from 'mixmod';
const info = rffi.ExternalCompilationInfo({
  includes: ['stdio.h', 'sys/stat.h'],
  post_include_bits: [
    'struct entry { long d_ino; int d_off; unsigned short d_reclen; char d_name[32]; };',
    'struct all { signed char c; unsigned char uc; short s; unsigned short us; int i; unsigned ui; long l; unsigned long ul; long long ll; unsigned long long ull; float f; double d; };',
    'struct inner { int foo; unsigned long bar; }; struct outer { char c; struct inner x; };',
    'typedef struct { char c1; char c2; int i1; short s1; char c3; long l1; } gaps;',
    'struct bits { unsigned a : 3; unsigned b : 7; int rest; };',
    'union value { int i; double d; };',
    'struct open { int n; char tail[]; };',
    'typedef unsigned short test_t; typedef double real_t;',
    'static inline int off_of(struct entry *e) { return e->d_off; }',
    '#define HAS_TYPES 1',
  ],
});
const c = rffi_platform.configure({
  _compilation_info_: info,
  ENTRY: rffi_platform.Struct('struct entry', [['d_reclen', rffi.USHORT]]),
  NAMED: rffi_platform.Struct('struct entry', [['d_off', rffi.INT], ['d_name', rffi.CFixedArray(rffi.CHAR, 32)]]),
  ALL: rffi_platform.Struct('struct all', [
    ['c', rffi.SIGNEDCHAR], ['uc', rffi.UCHAR], ['s', rffi.SHORT], ['us', rffi.USHORT], ['i', rffi.INT], ['ui', rffi.UINT],
    ['l', rffi.LONG], ['ul', rffi.ULONG], ['ll', rffi.LONGLONG], ['ull', rffi.ULONGLONG], ['f', rffi.FLOAT], ['d', rffi.DOUBLE],
  ]),
  GAPS: rffi_platform.Struct('gaps', [['c1', rffi.CHAR], ['i1', rffi.INT], ['s1', rffi.SHORT], ['l1', rffi.LONG]]),
  SWAPPED: rffi_platform.Struct('gaps', [['l1', rffi.LONG], ['c3', rffi.CHAR]]),
  BITS: rffi_platform.Struct('struct bits', [['b', rffi.UINT], ['rest', rffi.INT]]),
  VALUE: rffi_platform.Struct('union value', [['i', rffi.INT], ['d', rffi.DOUBLE]]),
  FILE: rffi_platform.Struct('FILE', []),
  OPEN: rffi_platform.Struct('struct open', [['n', rffi.INT], ['tail', rffi.CArray(rffi.CHAR)]]),
  USHORT: rffi_platform.SimpleType('test_t', rffi.USHORT),
  REAL: rffi_platform.SimpleType('real_t', rffi.DOUBLE),
  PRESENT: rffi_platform.Struct('struct inner', [['foo', rffi.INT]], { ifdef: 'HAS_TYPES' }),
  ABSENT: rffi_platform.Struct('struct never', [['foo', rffi.INT]], { ifdef: 'MIXMOD_ABSENT' }),
  NO_TYPE: rffi_platform.SimpleType('never_t', rffi.INT, { ifdef: 'MIXMOD_ABSENT' }),
  FILE_SIZE: rffi_platform.SizeOf('FILE'),
  CHAR_SIZE: rffi_platform.SizeOf('char'),
  GAPS_SIZE: rffi_platform.SizeOf('gaps'),
  LONG_ALIGN: rffi_platform.AlignOf('long double'),
});
const INNER = rffi_platform.getstruct('struct inner', info, [['bar', rffi.ULONG]]);
const OUTER = rffi_platform.getstruct('struct outer', info, [['c', rffi.CHAR], ['x', INNER]]);
const TEST_T = rffi_platform.getsimpletype('test_t', info, rffi.USHORT);
const ALIGNMENT = rffi_platform.memory_alignment();
const off_of = rffi.llexternal('off_of', [lltype.Ptr(c.NAMED)], rffi.INT, { compilation_info: info, macro: true });
export function oneField(): string {
  using e = lltype.scoped_alloc(c.ENTRY, { zero: true });
  e.ptr.c_d_reclen = 65535;
  return `${e.ptr.c_d_reclen} ${rffi.sizeof(c.ENTRY)} ${rffi.offsetof(c.ENTRY, 'c_d_reclen')}`;
}
export function arrayInside(): string {
  using e = lltype.scoped_alloc(c.NAMED, { zero: true });
  e.ptr.c_d_name[31] = 7;
  e.ptr.c_d_off = 5;
  return `${e.ptr.c_d_name.length} ${rffi.cast(rffi.UCHARP, e.ptr)[45]} ${off_of(e.ptr)}`;
}
export function everyType(): string {
  using a = lltype.scoped_alloc(c.ALL, { zero: true });
  a.ptr.c_c = -1;
  a.ptr.c_ull = 2n ** 64n - 1n;
  a.ptr.c_d = 0.5;
  return `${rffi.sizeof(c.ALL)} ${a.ptr.c_c} ${a.ptr.c_ull} ${a.ptr.c_d}`;
}
export function nested(): string {
  using o = lltype.scoped_alloc(OUTER, { zero: true });
  o.ptr.c_x.c_bar = 9;
  return `${rffi.sizeof(OUTER)} ${rffi.offsetof(OUTER, 'c_x')} ${rffi.cast(rffi.UCHARP, o.ptr)[16]}`;
}
export function gaps(): string {
  const offsets = [rffi.offsetof(c.GAPS, 'c_c1'), rffi.offsetof(c.GAPS, 'c_i1'), rffi.offsetof(c.GAPS, 'c_s1'), rffi.offsetof(c.GAPS, 'c_l1')];
  return `${offsets.join()} ${rffi.sizeof(c.GAPS) === c.GAPS_SIZE}`;
}
export function otherOrder(): string {
  return `${rffi.offsetof(c.SWAPPED, 'c_l1')} ${rffi.offsetof(c.SWAPPED, 'c_c3')} ${rffi.sizeof(c.SWAPPED)}`;
}
export function bits(): string {
  using b = lltype.scoped_alloc(c.BITS, { zero: true });
  b.ptr.c_b = 127;
  b.ptr.c_rest = -1;
  return `${rffi.cast(rffi.USHORTP, b.ptr)[0]} ${b.ptr.c_b} ${b.ptr.c_rest}`;
}
export function union(): string {
  using v = lltype.scoped_alloc(c.VALUE, { zero: true });
  v.ptr.c_d = 2;
  return `${v.ptr.c_i} ${rffi.sizeof(c.VALUE)} ${rffi.offsetof(c.VALUE, 'c_d')}`;
}
/** The array takes what is allocated behind the fields. */
export function openTail(n: i32): string {
  using o = lltype.scoped_alloc(c.OPEN, n, { zero: true });
  o.ptr.c_n = n;
  o.ptr.c_tail[n - 1] = 7;
  return `${o.ptr.c_tail[n - 1]} ${rffi.offsetof(c.OPEN, 'c_tail')} ${rffi.cast(rffi.UCHARP, o.ptr)[3 + n]}`;
}
export function noFields(): string { return `${rffi.sizeof(c.FILE) === c.FILE_SIZE} ${c.FILE_SIZE > 100}`; }
export function simpleTypes(): string {
  return `${rffi.cast(c.USHORT, -1)} ${rffi.sizeof(c.REAL)} ${rffi.cast(TEST_T, 65537)}`;
}
export function sizes(): string { return `${c.CHAR_SIZE} ${c.LONG_ALIGN} ${ALIGNMENT % 8}`; }
// oneField() → '65535 48 12'
// arrayInside() → '32 7 5'
// everyType() → '64 -1 18446744073709551615 0.5'
// nested() → '24 8 9'
// gaps() → '0,4,8,16 true'
// otherOrder() → '16 10 24'
// bits() → '1016 127 -1'
// union() → '0 8 0'
// openTail(5) → '7 4 7'
// noFields() → 'true true'
// simpleTypes() → '65535 8 1'
// sizes() → '1 16 0'
