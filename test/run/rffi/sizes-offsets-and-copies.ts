// sizeof of each type as C's, offsetof, structcopy with what is inside, memcpy and memset of parts, and walking with ptradd.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const RAW = { flavor: 'raw' } as const;
const own = rffi.ExternalCompilationInfo({
  includes: ['wchar.h', 'stddef.h', 'stdint.h', 'sys/types.h', 'time.h'],
  separate_module_sources: [`
struct mixed { short a; int b, c; char d; long double e; };
long c_sizes(int i) {
  long s[] = { sizeof(char), sizeof(short), sizeof(int), sizeof(long), sizeof(long long), sizeof(float), sizeof(double), sizeof(long double),
    sizeof(_Bool), sizeof(wchar_t), sizeof(size_t), sizeof(time_t), sizeof(int_fast16_t), sizeof(pid_t), sizeof(mode_t), sizeof(off_t), sizeof(void *) };
  return s[i];
}
long c_offset(int i) {
  long s[] = { offsetof(struct mixed, a), offsetof(struct mixed, b), offsetof(struct mixed, c), offsetof(struct mixed, d), offsetof(struct mixed, e), sizeof(struct mixed) };
  return s[i];
}
`],
});
const c_sizes = rffi.llexternal('c_sizes', [rffi.INT], rffi.LONG, { compilation_info: own });
const c_offset = rffi.llexternal('c_offset', [rffi.INT], rffi.LONG, { compilation_info: own });
const MIXED = rffi.CStruct('mixed', ['a', rffi.SHORT], ['b', rffi.INT], ['c', rffi.INT], ['d', rffi.CHAR], ['e', rffi.LONGDOUBLE]);
const X2 = lltype.Struct('X2', ['x', rffi.SIGNED]);
const X1 = lltype.Struct('X1', ['a', rffi.SIGNED], ['x2', X2], ['p', lltype.Ptr(X2)], ['list', rffi.CFixedArray(rffi.CHAR, 3)]);
export function sizes(): string {
  const own: isize[] = [
    rffi.sizeof(rffi.CHAR), rffi.sizeof(rffi.SHORT), rffi.sizeof(rffi.INT), rffi.sizeof(rffi.LONG), rffi.sizeof(rffi.LONGLONG),
    rffi.sizeof(rffi.FLOAT), rffi.sizeof(rffi.DOUBLE), rffi.sizeof(rffi.LONGDOUBLE), rffi.sizeof(rffi.BOOL), rffi.sizeof(rffi.WCHAR_T),
    rffi.sizeof(rffi.SIZE_T), rffi.sizeof(rffi.TIME_T), rffi.sizeof(rffi.INT_FAST16_T), rffi.sizeof(rffi.PID_T), rffi.sizeof(rffi.MODE_T),
    rffi.sizeof(rffi.OFF_T), rffi.sizeof(rffi.VOIDP),
  ];
  let wrong = '';
  for (let i: i32 = 0; i < 17; i++) if (own[i] !== c_sizes(i)) wrong += `${i} `;
  return `${own.join()} ${wrong}`;
}
export function offsets(): string {
  const own: isize[] = [
    rffi.offsetof(MIXED, 'c_a'), rffi.offsetof(MIXED, 'c_b'), rffi.offsetof(MIXED, 'c_c'), rffi.offsetof(MIXED, 'c_d'),
    rffi.offsetof(MIXED, 'c_e'), rffi.sizeof(MIXED),
  ];
  let wrong = '';
  for (let i: i32 = 0; i < 6; i++) if (own[i] !== c_offset(i)) wrong += `${i} `;
  return `${own.join()} ${wrong}`;
}
export function copiedDeeply(): string {
  const p2 = rffi.make(X2, { x: 123 });
  const p1 = rffi.make(X1, { a: 5, p: p2 });
  p1.x2.x = 456;
  p1.list[2] = 7;
  const copy = rffi.make(X1, {});
  rffi.structcopy(copy, p1);
  p1.x2.x = 0;
  const text = `${copy.a} ${copy.x2.x} ${copy.p === p2} ${copy.list[2]}`;
  lltype.free(copy, RAW);
  lltype.free(p1, RAW);
  lltype.free(p2, RAW);
  return text;
}
export function memory(): string {
  const a = rffi.str2charp('hello');
  const b = rffi.str2charp('WORLD');
  rffi.c_memcpy(b, a, 3);
  rffi.c_memset(a, 0x2e, 2);
  const text = `${rffi.charp2str(a)} ${rffi.charp2str(b)}`;
  rffi.free_charp(a);
  rffi.free_charp(b);
  return text;
}
/** C's memmove: from a part to another of the same block. */
export function overlapping(): string {
  const a = rffi.str2charp('abcdef');
  rffi.c_memcpy(rffi.ptradd(a, 2), a, 4);
  const text = rffi.charp2str(a);
  rffi.free_charp(a);
  return text;
}
export function walked(): boolean {
  using s = rffi.scoped_str2charp('hello, world!');
  const moved = rffi.ptradd(s.ptr, 2);
  let same = true;
  for (let i: i32 = 0; i < 11; i++) if (moved[i] !== s.ptr[i + 2]) same = false;
  return same && rffi.ptradd(moved, -2) === s.ptr;
}
export function integerFields(): string {
  using p = lltype.scoped_alloc(MIXED, { zero: true });
  rffi.setintfield(p.ptr, 'c_a', 65537);
  rffi.setintfield(p.ptr, 'c_d', -1);
  return `${p.ptr.c_a} ${rffi.getintfield(p.ptr, 'c_d')}`;
}
/** Any pointer is a void pointer; a void pointer is cast back. */
export function unknownMemory(): string {
  using p = lltype.scoped_alloc(X2);
  p.ptr.x = 8;
  const unknown = rffi.cast(rffi.VOIDP, p.ptr);
  using cell = lltype.scoped_alloc(rffi.VOIDPP.to, 1);
  cell.ptr[0] = unknown;
  return `${rffi.cast(lltype.Ptr(X2), cell.ptr[0]).x} ${cell.ptr[0] === unknown}`;
}
// sizes() → '1,2,4,8,8,4,8,16,1,4,8,8,8,4,4,8,8 '
// offsets() → '0,4,8,12,16,32 '
// copiedDeeply() → '5 456 true 7'
// memory() → '..llo helLD'
// overlapping() → 'ababcd'
// walked() → true
// integerFields() → '1 255'
// unknownMemory() → '8 true'
