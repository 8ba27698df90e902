// A function of a C source, macros and structures of a header in a folder beside the program, and casts of arguments.
'use mixmod';
import { i32, isize, lltype, rffi, u16, u8, usize } from 'mixmod';
const RAW = { flavor: 'raw' } as const;
const source = rffi.ExternalCompilationInfo({
  separate_module_sources: [
    'int some_function(int x) { return x + 3; }',
    'unsigned short widened(unsigned short a, unsigned long b, unsigned short c, double d) { return a + b + c + d; }',
  ],
});
const header = rffi.ExternalCompilationInfo({ includes: ['stuff.h'], include_dirs: ['lib'] });
const beside = rffi.ExternalCompilationInfo({ includes: ['./lib/stuff.h'] });
const STUFF = rffi.CStructPtr('stuff', ['one', rffi.INT], ['two', rffi.CHAR], ['three', rffi.INT]);
const some_function = rffi.llexternal('some_function', [rffi.INT], rffi.INT, { compilation_info: source });
const widened = rffi.llexternal('widened', [rffi.USHORT, rffi.ULONG, rffi.USHORT, rffi.DOUBLE], rffi.USHORT, { compilation_info: source });
const RAISED = rffi.llexternal('STUFF_RAISED', [rffi.INT], rffi.INT, { compilation_info: header, macro: true });
const stuff_sum = rffi.llexternal('stuff_sum', [STUFF], rffi.INT, { compilation_info: header, macro: true });
const sum_beside = rffi.llexternal('sum_beside', [STUFF], rffi.INT, {
  compilation_info: beside,
  macro: 'stuff_sum',
});
export function basic(): i32 { return some_function(8); }
export function macro(x: i32): i32 { return RAISED(x); }
export function structure(): i32 {
  const s = lltype.malloc(STUFF.to, RAW);
  s.c_one = 3;
  s.c_two = 0x33;
  s.c_three = 5;
  const sum = stuff_sum(s);
  lltype.free(s, RAW);
  return sum;
}
export function made(): string {
  const s = rffi.make(STUFF.to, { c_one: 3 });
  const text = `${sum_beside(s)} ${s.c_two} ${s.c_three}`;
  lltype.free(s, RAW);
  return text;
}
export function madeOfNothing(): i32 {
  const s = rffi.make(STUFF.to, {});
  const sum = stuff_sum(s);
  lltype.free(s, RAW);
  return sum;
}
export function implicit(a: u8, b: usize, c: u16, d: i32): u16 { return widened(a, b, c, d); }
export function sizeFrom(n: isize): boolean { return rffi.cast(rffi.SIZE_T, n) === rffi.cast(rffi.SIZE_T, -1); }
// basic() → 11
// macro(8) → 11
// structure() → 8
// made() → '3 0 0'
// madeOfNothing() → 0
// implicit(255, 1000, 65535, -1) → 1253
// sizeFrom(-1) → true
