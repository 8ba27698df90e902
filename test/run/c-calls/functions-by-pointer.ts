// Pointers to functions: from C, cast to other signatures, in arrays and structures; callbacks, in C's hands and back.
'use mixmod';
import { f64, i32, isize, lltype, rffi, usize } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  includes: ['stdlib.h', 'string.h'],
  separate_module_sources: [`
static long mul(long x, long y) { return x * y; }
long (*get_mul(void))(long) { return (long (*)(long))mul; }
size_t (*get_strlen(void))(const char *) { return strlen; }
typedef int (*step)(int);
int eat(int x, step f) { return f(x); }
int eat_each(int x, step *list, int n) { for (int i = 0; i < n; i++) x = list[i](x); return x; }
step same(step f) { return f; }
int is_null(step f) { return !f; }
struct handlers { step up, down; };
int go(struct handlers *h, int x) { return h->up(x) * 100 + h->down(x); }
void notify(void (*f)(void)) { f(); f(); }
void with_text(int (*f)(const char *, double), int *out) { *out = f("text", 2.5); }
static step half_step;
static int half(int x) { return x / 2; }
step kept(int which) { return which ? half : 0; }
`],
});
const c = { compilation_info: own };
const STEP = rffi.CCallback([rffi.INT], rffi.INT);
const LONGS = rffi.CCallback([rffi.LONG, rffi.LONG], rffi.LONG);
const STRLEN = rffi.CCallback([rffi.CCHARP], rffi.SIZE_T);
const COMPARE = rffi.CCallback([rffi.VOIDP, rffi.VOIDP], rffi.INT);
const HANDLERS = rffi.CStruct('handlers', ['up', STEP], ['down', STEP]);
const get_mul = rffi.llexternal('get_mul', [], rffi.CCallback([rffi.LONG], rffi.LONG), c);
const get_strlen = rffi.llexternal('get_strlen', [], STRLEN, c);
const eat = rffi.llexternal('eat', [rffi.INT, STEP], rffi.INT, c);
const eat_each = rffi.llexternal('eat_each', [rffi.INT, rffi.CArrayPtr(STEP), rffi.INT], rffi.INT, c);
const same = rffi.llexternal('same', [STEP], STEP, c);
const is_null = rffi.llexternal('is_null', [STEP], rffi.INT, c);
const go = rffi.llexternal('go', [lltype.Ptr(HANDLERS), rffi.INT], rffi.INT, c);
const notify = rffi.llexternal('notify', [rffi.CCallback([], rffi.VOID)], rffi.VOID, c);
const with_text = rffi.llexternal('with_text', [rffi.CCallback([rffi.CCHARP, rffi.DOUBLE], rffi.INT), rffi.INTP], rffi.VOID, c);
const kept = rffi.llexternal('kept', [rffi.INT], STEP, c);
const qsort = rffi.llexternal('qsort', [rffi.VOIDP, rffi.SIZE_T, rffi.SIZE_T, COMPARE], rffi.VOID, c);
const bsearch = rffi.llexternal('bsearch', [rffi.VOIDP, rffi.VOIDP, rffi.SIZE_T, rffi.SIZE_T, COMPARE], rffi.VOIDP, c);
function plus3(x: i32): i32 { return x + 3; }
function minus1(x: i32): i32 { return x - 1; }
function order(a: rffi.VoidPtr, b: rffi.VoidPtr): i32 {
  return i32(rffi.cast(rffi.LONGP, a)[0] - rffi.cast(rffi.LONGP, b)[0]);
}
/** C gives a pointer to a function of one argument that takes two. */
export function castToReal(a: isize, b: isize): isize {
  const mul = rffi.cast(LONGS, get_mul());
  return mul(a, b);
}
export function lengthByPointer(text: string): usize {
  using s = rffi.scoped_str2charp(text);
  const strlen = get_strlen();
  return strlen(s.ptr);
}
export function eaten(x: i32): i32 { return eat(x, plus3); }
export function chosen(x: i32): i32 { return x > 3 ? eat(x, plus3) : eat(x, minus1); }
export function already(x: i32): i32 { return eat(x, rffi.llhelper(STEP, plus3)); }
export function fromC(x: i32): i32 { return eat(x, kept(1)); }
export function inArray(x: i32): i32 {
  using list = lltype.scoped_alloc(rffi.CArray(STEP), 3);
  list.ptr[0] = rffi.llhelper(STEP, plus3);
  list.ptr[1] = kept(1);
  list.ptr[2] = rffi.llhelper(STEP, minus1);
  return eat_each(x, list.ptr, 3);
}
export function inStructure(x: i32): i32 {
  using h = lltype.scoped_alloc(HANDLERS);
  h.ptr.c_up = rffi.llhelper(STEP, plus3);
  h.ptr.c_down = rffi.llhelper(STEP, minus1);
  return go(h.ptr, x);
}
export function back(): boolean {
  const f = rffi.llhelper(STEP, plus3);
  return same(f) === f;
}
export function truth(): string {
  return `${is_null(null)} ${is_null(plus3)} ${kept(0) === null} ${rffi.cast(STEP, 0) === null}`;
}
export function without(): i32 {
  let count: i32 = 0;
  notify(() => { count++; });
  return count;
}
export function strings(): string {
  let seen = '';
  using out = lltype.scoped_alloc(rffi.INTP.to, 1);
  with_text((text, x) => { seen = `${rffi.charp2str(text)} ${x}`; return 7; }, out.ptr);
  return `${seen} ${out.ptr[0]}`;
}
export function sorted(n: i32): string {
  using a = lltype.scoped_alloc(rffi.LONGP.to, n);
  for (let i: i32 = 0; i < n; i++) a.ptr[i] = (i * 7) % n;
  qsort(a.ptr, n >>> 0, 8, order);
  let text = '';
  for (let i: i32 = 0; i < n; i++) text += `${a.ptr[i]} `;
  return text;
}
export function searched(key: i32): isize {
  using a = lltype.scoped_alloc(rffi.LONGP.to, 8);
  for (let i: i32 = 0; i < 8; i++) a.ptr[i] = i * 10;
  using k = lltype.scoped_alloc(rffi.LONGP.to, 1);
  k.ptr[0] = key;
  const found = bsearch(k.ptr, a.ptr, 8, 8, order);
  return found === null ? -1 : (lltype.cast_ptr_to_int(found) - lltype.cast_ptr_to_int(a.ptr)) / 8;
}
// castToReal(41, 42) → 1722
// lengthByPointer('hi there') → 8
// eaten(3) → 6
// chosen(4) → 7
// chosen(1) → 0
// already(3) → 6
// fromC(9) → 4
// inArray(9) → 5
// inStructure(5) → 804
// back() → true
// truth() → '1 0 true true'
// without() → 2
// strings() → 'text 2.5 7'
// sorted(10) → '0 1 2 3 4 5 6 7 8 9 '
// searched(50) → 5
// searched(55) → -1
