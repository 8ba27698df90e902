// rffi.nonnull, out, inout, owned, borrowed and buffer: what C does with arguments and results, beside their types.
'use mixmod';
import { type f64, type i16, i32, type isize, lltype, rffi, type u32, type usize } from 'mixmod';

const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [
    `#include <stdlib.h>
#include <string.h>
int *find(int *items, int n, int wanted) { for (int i = 0; i < n; i++) if (items[i] == wanted) return items + i; return 0; }
void split(double x, int *whole, double *rest) { *whole = (int)x; *rest = x - (int)x; }
int bump(int by, long *at) { int before = (int)*at; *at += by; return before; }
void twice(short *n) { *n *= 2; }
static int live;
struct node { int value; struct node *next; };
struct node *make_node(int value) { struct node *p = malloc(sizeof *p); p->value = value; p->next = 0; live++; return value < 0 ? (live--, free(p), (struct node *)0) : p; }
void free_node(struct node *p) { live--; free(p); }
int live_nodes(void) { return live; }
char *copy(const char *text) { live++; return strdup(text); }
void drop(void *p) { live--; free(p); }
unsigned sum(unsigned start, const unsigned char *data, unsigned char n) { while (n > 0) start += data[--n]; return start; }
double total(const double *data, long n) { double s = 0; while (n > 0) s += data[--n]; return s; }
long count(const void *data, long bytes) { return bytes; }
void make(struct node **at, int value) { *at = make_node(value); }
const char *name(int n) { return n == 0 ? 0 : "constant"; }
`,
  ],
});
const info = { compilation_info: own };

const find = rffi.llexternal('find', [rffi.nonnull(rffi.INTP), rffi.INT, rffi.INT], rffi.INTP, info);
const split = rffi.llexternal('split', [rffi.DOUBLE, rffi.out(rffi.INT), rffi.out(rffi.DOUBLE)], rffi.VOID, info);
const bump = rffi.llexternal('bump', [rffi.INT, rffi.inout(rffi.LONG)], rffi.INT, info);
const twice = rffi.llexternal('twice', [rffi.inout(rffi.SHORT)], rffi.VOID, info);
const frexp = rffi.llexternal('frexp', [rffi.DOUBLE, rffi.out(rffi.INT)], rffi.DOUBLE);
const NODE = rffi.CStruct('node', ['value', rffi.INT], ['next', rffi.VOIDP]);
const NODEP = lltype.Ptr(NODE);
const free_node = rffi.llexternal('free_node', [NODEP], rffi.VOID, info);
const make_node = rffi.llexternal('make_node', [rffi.INT], rffi.owned(NODEP, free_node), info);
const live_nodes = rffi.llexternal('live_nodes', [], rffi.INT, info);
const drop = rffi.llexternal('drop', [rffi.VOIDP], rffi.VOID, info);
const copy = rffi.llexternal('copy', [rffi.CCHARP], rffi.owned(rffi.CCHARP, drop), info);
const sum = rffi.llexternal('sum', [rffi.UINT, rffi.buffer(rffi.UCHARP, 2), rffi.UCHAR], rffi.UINT, info);
const total = rffi.llexternal('total', [rffi.buffer(rffi.DOUBLEP, 1), rffi.LONG], rffi.DOUBLE, info);
const lent = rffi.llexternal('total', [rffi.borrowed(rffi.DOUBLEP), rffi.LONG], rffi.DOUBLE, info);
const count = rffi.llexternal('count', [rffi.buffer(rffi.VOIDP, 1), rffi.LONG], rffi.LONG, info);
const strlen = rffi.llexternal('strlen', [rffi.borrowed(rffi.CCHARP)], rffi.SIZE_T);
const make = rffi.llexternal('make', [rffi.out(NODEP), rffi.INT], rffi.VOID, info);
const name = rffi.llexternal('name', [rffi.INT], rffi.nonnull(rffi.CCHARP), info);

export function found(wanted: i32): i32 {
  using items = lltype.scoped_alloc(rffi.CArray(rffi.INT), 3, { zero: true });
  items.ptr[1] = 7;
  const at = find(items.ptr, 3, wanted);
  return at === null ? -1 : i32((rffi.cast(rffi.LONG, at) - rffi.cast(rffi.LONG, items.ptr)) / 4);
}
export const foundNowhere = (): boolean => find(lltype.nullptr(rffi.INTP.to), 3, 1) === null;
export function parts(x: f64): string {
  const [whole, rest] = split(x);
  return `${whole} ${rest}`;
}
export function bumped(by: i32, from: i32): string {
  const [before, after] = bump(by, from);
  return `${before} ${after}`;
}
export const doubled = (n: i16): i32 => twice(n);
export function mantissa(x: f64): string {
  const [fraction, exponent] = frexp(x);
  return `${fraction} * 2^${exponent}`;
}
export function nodes(n: i32): string {
  let text = '';
  {
    using node = make_node(n);
    text = node.ptr === null ? 'NULL' : `${node.ptr.c_value}`;
    text += `, ${live_nodes()} live`;
  }
  return `${text}, then ${live_nodes()}`;
}
export function copied(text: string): string {
  using made = copy(text);
  return rffi.charp2str(made.ptr);
}
export const liveAfterwards = (): i32 => live_nodes();
export const summed = (start: u32, data: Uint8Array): u32 => sum(start, data);
export const totalled = (data: Float64Array): f64 => total(data);
export const lentTotal = (data: Float64Array, n: i32): f64 => lent(data, n);
export const counted = (data: Uint16Array): isize => count(data);
export const lengthOf = (text: string): usize => strlen(text);
export const lengthOfBytes = (bytes: Uint8Array): usize => strlen(bytes);
export function made(value: i32): i32 {
  const node = make(value);
  const result = node.c_value;
  free_node(node);
  return result;
}
export const named = (n: i32): string => rffi.charp2str(name(n));

// found(7) → 1
// found(8) → -1
// foundNowhere() → TypeError: argument 1 of find is NULL
// parts(2.75) → '2 0.75'
// bumped(5, 37) → '37 42'
// doubled(21) → 42
// mantissa(12) → '0.75 * 2^4'
// nodes(3) → '3, 1 live, then 0'
// nodes(-1) → 'NULL, 0 live, then 0'
// copied('owned') → 'owned'
// liveAfterwards() → 0
// summed(10, Uint8Array.of(1, 2, 3)) → 16
// summed(0, new Uint8Array(0)) → 0
// summed(0, new Uint8Array(300)) → RangeError: argument 2 of sum has 300 items, of at most 255
// totalled(Float64Array.of(0.5, 1.5)) → 2
// lentTotal(Float64Array.of(0.5, 1.5), 1) → 0.5
// counted(new Uint16Array(5)) → 10
// lengthOf('naïve') → 6
// lengthOfBytes(Uint8Array.of(65, 66, 0, 67)) → 2
// made(9) → 9
// named(1) → 'constant'
// named(0) → TypeError: the result of name is NULL
