// The C functions of the tests, and what they pass.
import * as c from '../../../modules/ctypes/index.ts';
import { compileC } from '../ffi/c-library.ts';

export const PATH = compileC(`
#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <wchar.h>
int add(int a, int b) { return a + b; }
long addl(long a, long b) { return a + b; }
double half(double x) { return x / 2; }
float halff(float x) { return x / 2; }
_Bool negate(_Bool b) { return !b; }
char next(char c) { return c + 1; }
int length(const char *s) { return s ? (int)strlen(s) : -1; }
const char *name(int i) { return i ? "name" : NULL; }
void increment(int *p) { ++*p; }
int sum(const int *p, int n) { int s = 0; while (n--) s += *p++; return s; }
int fail(int code) { errno = code; return -1; }
struct p { int x, y; };
struct p swap(struct p v) { struct p r = { v.y, v.x }; return r; }
struct big { long a[5]; };
struct big grow(struct big b) { for (int i = 0; i < 5; i++) b.a[i] += i; return b; }
struct af { float v[3]; };
struct af turn(struct af a) { struct af r = { { a.v[1], a.v[2], a.v[0] } }; return r; }
union u { int i; float f; };
int union_int(union u v) { return v.i; }
union d { double d; float f; };
double union_double(union d v) { return v.d; }
struct bits { int a : 3; unsigned b : 10; };
int bit_b(struct bits v) { return v.b; }
int apply(int (*f)(int, int), int a, int b) { return f(a, b); }
struct p apply_p(struct p (*f)(struct p *, double), struct p *p) { return f(p, 1.5); }
int answer = 42;
struct p point = { 1, 2 };
struct table { int (*op)(int, int); int a; };
int run(struct table *t) { return t->op(t->a, 1); }
void two(int *a, int in, int *b) { *a = in + 1; *b = in + 2; }
double total(int n, ...) { va_list v; va_start(v, n); double s = 0; while (n--) s += va_arg(v, double); va_end(v); return s; }
void *same(void *v) { return v; }
int with_data(int (*f)(void *, int), void *data, int x) { return f(data, x); }
int length_of(const char *(*f)(int), int x) { const char *s = f(x); return s ? (int)strlen(s) : -1; }
int wide_of(const wchar_t *(*f)(void)) { return (int)f()[1]; }
#pragma pack(push, 1)
struct packed { char a; int b; };
struct packed9 { char a; double b; };
#pragma pack(pop)
int packed_b(struct packed p) { return p.a + p.b; }
struct packed packed_next(struct packed p) { p.a++; p.b *= 2; return p; }
double packed9_b(int before, struct packed9 p, int after) { return before + p.a + p.b + after; }
struct work { int (*f)(int); int in, out; };
static void *work(void *v) { struct work *w = v; w->out = w->f(w->in); return 0; }
int on_thread(int (*f)(int), int x) { struct work w = { f, x, 0 }; pthread_t t; pthread_create(&t, 0, work, &w); pthread_join(t, 0); return w.out; }
int (*get_add(void))(int, int) { return add; }
`);

export const lib = new c.CDLL(PATH);

export class P extends c.Structure({ x: c.c_int, y: c.c_int }) {}

export function declared(
  name: string,
  argtypes: readonly c.CType[],
  restype: c.Restype,
): c.CFunction {
  const made = lib.getitem(name);
  made.argtypes = argtypes;
  made.restype = restype;
  return made;
}
