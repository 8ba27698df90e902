// Where a function comes from: C source, several sources, a header beside the program, macros; one function under two declarations.
'use mixmod';
import { f64, i32, isize, lltype, rffi } from 'mixmod';
const source = rffi.ExternalCompilationInfo({ separate_module_sources: ['int forty_two(void) { return 42; }'] });
const two = rffi.ExternalCompilationInfo({
  post_include_bits: ['int counter_next(void); extern int counter;'],
  separate_module_sources: ['int counter = 10;', 'int counter_next(void) { return ++counter; }'],
});
const beside = rffi.ExternalCompilationInfo({
  includes: ['beside.h'],
  include_dirs: ['lib'],
  separate_module_files: ['lib/beside.c'],
});
const macros = rffi.ExternalCompilationInfo({
  pre_include_bits: ['#define OFFSET 40'],
  post_include_bits: [
    '#define raised(x) (OFFSET + 2 + (x))',
    '#define STORE(p, x) do { *(p) = (x); } while (0)',
    '#define LIMIT() (1 << 10)',
    'static inline int inlined(int x) { return x - 1; }',
  ],
});
const file = rffi.ExternalCompilationInfo({ includes: ['fcntl.h', 'string.h'] });
const forty_two = rffi.llexternal('forty_two', [], rffi.INT, { compilation_info: source });
const counter_next = rffi.llexternal('counter_next', [], rffi.INT, { compilation_info: two });
const squared = rffi.llexternal('beside_squared', [rffi.LONG], rffi.LONG, { compilation_info: beside });
const merged = rffi.llexternal('beside_squared', [rffi.LONG], rffi.LONG, { compilation_info: beside.merge(source) });
const raised = rffi.llexternal('raised', [rffi.INT], rffi.INT, { compilation_info: macros, macro: true });
const raised_real = rffi.llexternal('raised_real', [rffi.DOUBLE], rffi.DOUBLE, { compilation_info: macros, macro: 'raised' });
const STORE = rffi.llexternal('STORE', [rffi.INTP, rffi.INT], rffi.VOID, { compilation_info: macros, macro: true });
const LIMIT = rffi.llexternal('LIMIT', [], rffi.INT, { compilation_info: macros, macro: true });
const inlined = rffi.llexternal('inlined', [rffi.INT], rffi.INT, { compilation_info: macros, macro: true });
const fcntl = rffi.llexternal('fcntl', [rffi.INT, rffi.INT], rffi.INT, { compilation_info: file, variadic: true });
const memcpy_bytes = rffi.llexternal('memcpy', [rffi.CCHARP, rffi.CCHARP, rffi.SIZE_T], rffi.VOIDP, { compilation_info: file });
const memcpy_ints = rffi.llexternal('memcpy', [rffi.INTP, rffi.INTP, rffi.SIZE_T], rffi.VOIDP, { compilation_info: file });
const quiet = rffi.llexternal('strlen', [rffi.CCHARP], rffi.SIZE_T, {
  compilation_info: file,
  calling_conv: 'c',
  releasegil: true,
  sandboxsafe: true,
  random_effects_on_gcobjs: false,
});
export function fromSource(): i32 { return forty_two(); }
export function fromTwoSources(): i32 {
  const first = counter_next();
  return counter_next() - first;
}
export function fromFile(x: isize): isize { return squared(x); }
export function fromMerged(x: isize): isize { return merged(x); }
export function macro(x: i32): i32 { return raised(x); }
export function macroOfDoubles(x: f64): f64 { return raised_real(x); }
export function statement(x: i32): i32 {
  using p = lltype.scoped_alloc(rffi.INTP.to, 1);
  STORE(p.ptr, x);
  return p.ptr[0];
}
export function constant(): i32 { return LIMIT(); }
export function inlineFunction(x: i32): i32 { return inlined(x); }
export function furtherArguments(): string {
  using text = rffi.scoped_str2charp('xxx');
  return `${fcntl(-1, 1, i32(0))} ${fcntl(-1, 3, text.ptr)} ${fcntl(-1, 1)}`;
}
export function twoSignatures(): string {
  using text = rffi.scoped_str2charp('WORLD');
  using from = rffi.scoped_str2charp('hello');
  memcpy_bytes(text.ptr, from.ptr, 3);
  using a = lltype.scoped_alloc(rffi.INTP.to, 2, { zero: true });
  a.ptr[0] = 6;
  memcpy_ints(rffi.ptradd(a.ptr, 1), a.ptr, 4);
  return `${rffi.charp2str(text.ptr)} ${a.ptr[1]}`;
}
export function withoutEffect(text: string): isize {
  using s = rffi.scoped_str2charp(text);
  return isize(quiet(s.ptr));
}
// fromSource() → 42
// fromTwoSources() → 1
// fromFile(12) → 144
// fromMerged(-3) → 9
// macro(10) → 52
// macroOfDoubles(10.5) → 52.5
// statement(8) → 8
// constant() → 1024
// inlineFunction(8) → 7
// furtherArguments() → '-1 -1 -1'
// twoSignatures() → 'helLD 6'
// withoutEffect('abc') → 3
