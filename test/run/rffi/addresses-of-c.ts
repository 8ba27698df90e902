// C functions where C takes a pointer to one, and variables of C.
'use mixmod';
import { type f64, i32, lltype, rffi, type u8 } from 'mixmod';

const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [
    'int counter = 3; double factor = 0.5; static int table[2] = {5, 6}; int *at = table; unsigned char small = 250;' +
      'int bump(void) { return ++counter; } int twice(int n) { return 2 * n; }' +
      'int apply(int (*f)(int), int n) { return f(n); } const char *names[] = {"a", "b", 0};',
  ],
});
const info = { compilation_info: own };
const FUNCTION = rffi.CCallback([rffi.INT], rffi.INT);
const counter = rffi.CExternVariable(rffi.INT, 'counter', own);
const factor = rffi.CExternVariable(rffi.DOUBLE, 'factor', own);
const at = rffi.CExternVariable(rffi.INTP, 'at', own);
const small = rffi.CExternVariable(rffi.UCHAR, 'small', own);
const bump = rffi.llexternal('bump', [], rffi.INT, info);
const twice = rffi.llexternal('twice', [rffi.INT], rffi.INT, info);
const abs = rffi.llexternal('abs', [rffi.INT], rffi.INT);
const apply = rffi.llexternal('apply', [FUNCTION, rffi.INT], rffi.INT, info);
const ORDER = rffi.CCallback([rffi.VOIDP, rffi.VOIDP], rffi.INT);
const strcmp = rffi.llexternal('strcmp', [rffi.VOIDP, rffi.VOIDP], rffi.INT);
const bsearch = rffi.llexternal(
  'bsearch',
  [rffi.VOIDP, rffi.VOIDP, rffi.SIZE_T, rffi.SIZE_T, ORDER],
  rffi.VOIDP,
);
const environ = rffi.CExternVariable(rffi.CCHARPP, 'environ');

export function counted(): string {
  counter.set(3);
  const before = counter.get();
  const bumped = bump();
  counter.set(counter.get() * 10);
  return `${before} ${bumped} ${counter.get()} ${bump()}`;
}
export function scaled(x: f64): f64 {
  factor.set(x);
  return factor.get() * 2;
}
export const wrapped = (n: i32): u8 => {
  small.set(rffi.cast(rffi.UCHAR, n));
  return small.get();
};
export function through(): i32 {
  const place = counter.address();
  place[0] = 77;
  return counter.get();
}
export function pointed(): i32 {
  const table = at.get();
  at.set(rffi.ptradd(table, 1));
  const second = at.get()[0];
  at.set(table);
  return second * 10 + at.get()[0];
}
export const applied = (n: i32): i32 => apply(twice, n) + apply(abs, -n);
export function helper(n: i32): i32 {
  const f = rffi.llhelper(FUNCTION, twice);
  return apply(f, n) + f(n);
}
/** strings of 4 bytes each */
export function position(wanted: string): i32 {
  using key = rffi.scoped_str2charp(wanted);
  using list = rffi.scoped_str2charp('aaa bbb ccc ddd ');
  for (let i: i32 = 3; i < 16; i += 4) list.ptr[i] = 0;
  const found = bsearch(key.ptr, list.ptr, 4, 4, rffi.llhelper(ORDER, strcmp));
  if (found === null) return -1;
  return i32((rffi.cast(rffi.LONG, found) - rffi.cast(rffi.LONG, list.ptr)) / 4);
}
export const hasEnvironment = (): boolean => environ.get()[0] !== null;
export function bytesWithNul(text: string): string {
  using to = lltype.scoped_alloc(rffi.CArray(rffi.CHAR), 10, { zero: true });
  const size = rffi.str2chararray(text, to.ptr, 9);
  return `${size} ${to.ptr[0]} ${to.ptr[1]} ${to.ptr[2]} ${to.ptr[3]}`;
}
// counted() → '3 4 40 41'
// scaled(1.25) → 2.5
// wrapped(257) → 1
// through() → 77
// pointed() → 65
// applied(4) → 12
// helper(5) → 20
// position('ccc') → 2
// position('xyz') → -1
// hasEnvironment() → true
// bytesWithNul('a\0b') → '3 97 0 98 0'
// bytesWithNul('\0é') → '3 0 195 169 0'
