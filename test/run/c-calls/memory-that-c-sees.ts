// Structures and arrays of every kind that C reads and writes; what C wrote is read here, and the other way round.
'use mixmod';
import { f32, f64, i32, isize, lltype, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  includes: ['wchar.h', 'string.h'],
  separate_module_sources: [`
struct pair { long x, y; };
void swap(struct pair *p) { long t = p->x; p->x = p->y; p->y = t; }
struct holder { long x; struct pair *p; };
long through(struct holder *h) { h->p->y -= 32; return h->x + h->p->x; }
void redirect(struct holder *h, struct pair *to) { h->p = to; }
struct counted { long length; long items[]; };
long sum_counted(struct counted *a) { long s = 0; for (long i = 0; i < a->length; i++) s += a->items[i]; a->items[0] = 9; return s; }
long sum(long *a, int n) { long s = 0; for (int i = 0; i < n; i++) s += a[i]; a[n - 1] = -s; return s; }
struct text { long hash; long length; char chars[]; };
void shout(struct text *t) { for (long i = 0; i < t->length; i++) t->chars[i] -= 32; t->hash = t->length; }
struct big { struct pair a, b; };
void crossed(struct big *s) { s->a.x += 1; s->b.x += 10; }
void second(struct pair *p) { p[1].x = p[0].x * 2; }
void halve(float *a, int n) { for (int i = 0; i < n; i++) a[i] /= 2; }
void widen(wchar_t *s) { for (; *s; s++) *s += 1; }
union word { unsigned bits; float value; unsigned char bytes[4]; };
void set_float(union word *u, float x) { u->value = x; }
char *longest(char **list) { char *best = 0; for (; *list; list++) if (!best || strlen(*list) > strlen(best)) best = *list; return best; }
`],
});
const c = { compilation_info: own };
const PAIR = rffi.CStruct('pair', ['x', rffi.LONG], ['y', rffi.LONG]);
const HOLDER = rffi.CStruct('holder', ['x', rffi.LONG], ['p', lltype.Ptr(PAIR)]);
const COUNTED = lltype.Array(rffi.LONG);
const TEXT = lltype.Struct('Text', ['hash', rffi.LONG], ['chars', lltype.Array(rffi.CHAR)]);
const BIG = rffi.CStruct('big', ['a', PAIR], ['b', PAIR]);
const WORD = rffi.CUnion('word', ['bits', rffi.UINT], ['value', rffi.FLOAT], ['bytes', rffi.CFixedArray(rffi.UCHAR, 4)]);
const PAIRS = rffi.CArray(PAIR);
const swap = rffi.llexternal('swap', [lltype.Ptr(PAIR)], rffi.VOID, c);
const through = rffi.llexternal('through', [lltype.Ptr(HOLDER)], rffi.LONG, c);
const redirect = rffi.llexternal('redirect', [lltype.Ptr(HOLDER), lltype.Ptr(PAIR)], rffi.VOID, c);
const sum_counted = rffi.llexternal('sum_counted', [lltype.Ptr(COUNTED)], rffi.LONG, c);
const sum = rffi.llexternal('sum', [rffi.LONGP, rffi.INT], rffi.LONG, c);
const shout = rffi.llexternal('shout', [lltype.Ptr(TEXT)], rffi.VOID, c);
const crossed = rffi.llexternal('crossed', [lltype.Ptr(BIG)], rffi.VOID, c);
const second = rffi.llexternal('second', [lltype.Ptr(PAIRS)], rffi.VOID, c);
const halve = rffi.llexternal('halve', [rffi.FLOATP, rffi.INT], rffi.VOID, c);
const widen = rffi.llexternal('widen', [rffi.CWCHARP], rffi.VOID, c);
const set_float = rffi.llexternal('set_float', [lltype.Ptr(WORD), rffi.FLOAT], rffi.VOID, c);
const longest = rffi.llexternal('longest', [rffi.CCHARPP], rffi.CCHARP, c);
export function swapped(x: isize, y: isize): string {
  using p = lltype.scoped_alloc(PAIR);
  p.ptr.c_x = x;
  p.ptr.c_y = y;
  swap(p.ptr);
  return `${p.ptr.c_x} ${p.ptr.c_y}`;
}
export function pointers(): string {
  using p = lltype.scoped_alloc(PAIR, { zero: true });
  using q = lltype.scoped_alloc(PAIR, { zero: true });
  using h = lltype.scoped_alloc(HOLDER);
  h.ptr.c_x = 50;
  h.ptr.c_p = p.ptr;
  p.ptr.c_x = 7;
  p.ptr.c_y = 97;
  const sum = through(h.ptr);
  redirect(h.ptr, q.ptr);
  return `${sum} ${p.ptr.c_y} ${h.ptr.c_p === q.ptr} ${h.ptr.c_p === p.ptr}`;
}
export function countedArray(n: i32): string {
  using a = lltype.scoped_alloc(COUNTED, n);
  for (let i: i32 = 0; i < n; i++) a.ptr[i] = i + 100;
  return `${sum_counted(a.ptr)} ${a.ptr[0]} ${a.ptr.length}`;
}
export function uncountedArray(n: i32): string {
  using a = lltype.scoped_alloc(rffi.LONGP.to, n);
  for (let i: i32 = 0; i < n; i++) a.ptr[i] = i;
  return `${sum(a.ptr, n)} ${a.ptr[n - 1]}`;
}
export function openTail(): string {
  using t = lltype.scoped_alloc(TEXT, 3);
  for (let i: i32 = 0; i < 3; i++) t.ptr.chars[i] = 0x78;
  shout(t.ptr);
  return `${t.ptr.hash} ${t.ptr.chars[2]} ${t.ptr.chars.length}`;
}
export function substructures(): string {
  using s = lltype.scoped_alloc(BIG, { zero: true });
  const b = s.ptr.c_b;
  crossed(s.ptr);
  b.c_x += 30;
  swap(b);
  return `${s.ptr.c_a.c_x} ${s.ptr.c_b.c_x} ${s.ptr.c_b.c_y}`;
}
export function arrayOfStructures(): string {
  using a = lltype.scoped_alloc(PAIRS, 3, { zero: true });
  a.ptr[1].c_x = 21;
  second(rffi.ptradd(a.ptr, 1));
  return `${a.ptr[0].c_x} ${a.ptr[2].c_x}`;
}
export function floats(): string {
  using a = lltype.scoped_alloc(rffi.FLOATP.to, 3);
  for (let i: i32 = 0; i < 3; i++) a.ptr[i] = f32(f64(i) * 1.1);
  halve(a.ptr, 3);
  return `${a.ptr[0]} ${a.ptr[1]} ${a.ptr[2]}`;
}
export function wide(text: string): string {
  using w = rffi.scoped_unicode2wcharp(text);
  widen(w.ptr);
  return rffi.wcharp2unicode(w.ptr);
}
export function union(): string {
  using u = lltype.scoped_alloc(WORD, { zero: true });
  set_float(u.ptr, f32(1));
  return `${u.ptr.c_bits} ${u.ptr.c_bytes[3]} ${u.ptr.c_value}`;
}
export function list(): string {
  const argv = rffi.liststr2charpp(['a', 'longest', 'bc']);
  const best = longest(argv);
  const text = `${best === argv[1]} ${rffi.charp2str(best)}`;
  rffi.free_charpp(argv);
  return text;
}
// swapped(1, 2) → '2 1'
// pointers() → '57 65 true false'
// countedArray(4) → '406 9 4'
// uncountedArray(10) → '45 -45'
// openTail() → '3 88 3'
// substructures() → '1 0 40'
// arrayOfStructures() → '0 42'
// floats() → '0 0.550000011920929 1.100000023841858'
// wide('HAL') → 'IBM'
// union() → '1065353216 63 1'
// list() → 'true longest'
