// A string where C takes a `char *`: C gets a copy as UTF-8 that lives as long as the call; null is NULL.
'use mixmod';
import { i32, type isize, rffi, type usize } from 'mixmod';

const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [
    'int is_null(const char *text) { return text == 0; }',
    'int mixed(const char *a, int n, const char *b) { return a[n] * 1000 + b[n]; }',
    'void call(void (*f)(const char *), const char *text) { f(text); }',
  ],
});
const strlen = rffi.llexternal('strlen', [rffi.CCHARP], rffi.SIZE_T);
const strcmp = rffi.llexternal('strcmp', [rffi.CCHARP, rffi.CCHARP], rffi.INT);
const strtol = rffi.llexternal('strtol', [rffi.CCHARP, rffi.CCHARPP, rffi.INT], rffi.LONG);
const is_null = rffi.llexternal('is_null', [rffi.CCHARP], rffi.INT, { compilation_info: own });
const mixed = rffi.llexternal('mixed', [rffi.CCHARP, rffi.INT, rffi.CCHARP], rffi.INT, {
  compilation_info: own,
});
const SEEN = rffi.CCallback([rffi.CCHARP], rffi.VOID);
const call = rffi.llexternal('call', [SEEN, rffi.CCHARP], rffi.VOID, { compilation_info: own });
const snprintf = rffi.llexternal('snprintf', [rffi.CCHARP, rffi.SIZE_T, rffi.CCHARP], rffi.INT, {
  variadic: true,
});

export const bytes = (text: string): usize => strlen(text);
export const compared = (a: string, b: string): i32 => i32(Math.sign(strcmp(a, b)));
export const parsed = (text: string, base: i32): isize => strtol(text, null, base);
export const absent = (text: string | null): i32 => is_null(text);

let log = '';
function noted<T>(name: string, value: T): T {
  log += name;
  return value;
}
/** Evaluated from left to right. */
export function ordered(): string {
  log = '';
  const value = mixed(noted('a', 'xyz'), noted('n', 1), noted('b', 'uvw'));
  return `${log} ${value}`;
}
export function called(text: string): string {
  let seen = '';
  call((given) => {
    seen = rffi.charp2str(given);
  }, text);
  return seen;
}
/** What a callback throws frees the copies, too. */
export function thrown(text: string): string {
  try {
    call((given) => {
      throw new RangeError(rffi.charp2str(given));
    }, text);
  } catch (error) {
    return `${error}`;
  }
  return 'nothing';
}
export function formatted(text: string, n: i32): string {
  using buffer = rffi.scoped_alloc_buffer(50);
  snprintf(buffer.ptr, 50, '%d and ' + text, n);
  return rffi.charp2str(buffer.ptr);
}
export function many(n: i32): usize {
  let sum: usize = 0;
  for (let i: i32 = 0; i < n; i++) sum += strlen(`${i}`);
  return sum;
}
// bytes('') → 0
// bytes('naïve €') → 10
// bytes('a\0b') → TypeError: argument 1 of strlen contains a NUL character and cannot become a char*
// compared('abc', 'abd') → -1
// compared('b', 'a\0b') → TypeError: argument 2 of strcmp contains a NUL character and cannot become a char*
// parsed('ff', 16) → 255
// absent(null) → 1
// absent('') → 0
// ordered() → 'anb 121118'
// called('für C') → 'für C'
// thrown('no') → 'RangeError: no'
// formatted('%%', 42) → '42 and %'
// many(2000) → 6890
