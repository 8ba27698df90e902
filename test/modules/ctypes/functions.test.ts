// Functions: conversions, results, structures by value, errors, errno, callbacks, prototypes.
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { compileC } from '../ffi/c-library.ts';

const {
  byref,
  c_char_p,
  c_double,
  c_float,
  c_int,
  c_long,
  c_ubyte,
  c_void_p,
  CDLL,
  CFUNCTYPE,
  POINTER,
  pointer,
} = c;

const PATH = compileC(`
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
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
int (*get_add(void))(int, int) { return add; }
`);
const lib = new CDLL(PATH);
class P extends c.Structure({ x: c_int, y: c_int }) {}

function declared(name: string, argtypes: readonly c.CType[], restype: c.Restype): c.CFunction {
  const made = lib.getitem(name);
  made.argtypes = argtypes;
  made.restype = restype;
  return made;
}

describe('without argtypes', () => {
  test.each([
    [[1, 2], 3],
    [[2 ** 32 - 1, 2], 1],
    [[new c_int(4), 5], 9],
    [[true, 1], 2],
    [[{ _as_parameter_: 7 }, 1], 8],
  ] as const)('add(%j)', (args, sum) => {
    expect(lib.getattr('add')(...args)).toBe(sum);
  });
  test.each([
    ['abc', 3],
    ['€', 3],
    [null, -1],
    [new c_char_p('abcd'), 4],
    [c.create_string_buffer('ab'), 2],
    [Buffer.from('xyz\0'), 3],
  ])('length(%s) is %d', (text, length) => {
    expect(lib.getattr('length')(text)).toBe(length);
  });
  test.each([1.5, 2 ** 40, {}, undefined, Symbol.iterator])(
    'add(%s, 1) is an ArgumentError that says where',
    (wrong) => {
      expect(() => lib.getattr('add')(wrong, 1)).toThrow(c.ArgumentError);
      expect(() => lib.getattr('add')(1, wrong)).toThrow('add() argument 2');
    },
  );
  test('bigints are 64 bits wide', () => {
    const f = lib.getitem('addl');
    f.restype = c_long;
    expect(f(2n ** 40n, 1n)).toBe(2n ** 40n + 1n);
  });
  test('promotions of variable arguments', () => {
    const f = declared('total', [c_int], c_double);
    expect(f(2, new c_float(1.5), new c_double(2))).toBe(3.5);
    expect(f(0)).toBe(0);
    expect(() => f()).toThrow('at least 1 argument');
  });
});

describe('with argtypes', () => {
  test.each([
    ['add', [c_int, c_int], c_int, [2 ** 31, 0], -(2 ** 31)],
    ['addl', [c_long, c_long], c_long, [1, 2n], 3n],
    ['half', [c_double], c_double, [3], 1.5],
    ['halff', [c_float], c_float, [3], 1.5],
    ['negate', [c.c_bool], c.c_bool, ['x'], false],
    ['next', [c.c_char], c.c_char, ['a'], 'b'],
    ['length', [c_char_p], c_int, ['héy'], 4],
    ['name', [c_int], c_char_p, [1], 'name'],
    ['name', [c_int], c_char_p, [0], null],
    ['name', [c_int], c_void_p, [0], null],
    ['length', [c_void_p], c_int, ['abc'], 3],
  ] as const)('%s', (name, argtypes, restype, args, result) => {
    expect(declared(name, argtypes, restype)(...args)).toBe(result);
  });
  test.each([
    ['add', [1]],
    ['add', []],
    ['half', []],
  ] as const)('%s with too few arguments', (name, args) => {
    const f = declared(name, name === 'add' ? [c_int, c_int] : [c_double], c_int);
    expect(() => f(...args)).toThrow(`${name}() takes at least`);
  });
  test.each(['x', 1.5, null, undefined, {}, new c_double(1)])(
    'add(1, %s) names the function and the argument',
    (wrong) => {
      const f = declared('add', [c_int, c_int], c_int);
      expect(() => f(1, wrong)).toThrow(c.ArgumentError);
      expect(() => f(1, wrong)).toThrow(/add\(\) argument 2: .*c_int/);
    },
  );
  test('pointers: byref, pointer, arrays, the object itself, null', () => {
    const increment = declared('increment', [POINTER(c_int)], null);
    const i = new c_int(1);
    for (const way of [byref(i), pointer(i), i]) expect(increment(way)).toBe(undefined);
    expect(i.value).toBe(4);
    const sum = declared('sum', [POINTER(c_int), c_int], c_int);
    expect(sum(new (c.ARRAY(c_int, 3))(1, 2, 3), 3)).toBe(6);
    expect(sum(null, 0)).toBe(0);
    for (const wrong of [byref(new c_ubyte(1)), new (c.ARRAY(c_ubyte, 3))(), 'x', 5])
      expect(() => sum(wrong, 1)).toThrow('LP_c_int');
  });
  test('a function for restype, errcheck, from_param', () => {
    const f = declared('add', [c_int, c_int], c_int);
    f.restype = (result) => `<${result}>`;
    expect(f(1, 2)).toBe('<3>');
    f.errcheck = (result, func, args) => [result, func === f, args];
    expect(f(1, 2)).toEqual(['<3>', true, [1, 2]]);
    const g = lib.getitem('add');
    g.argtypes = [{ from_param: (value: unknown) => Number(value) * 10 }, c_int];
    expect(g('4', 2)).toBe(42);
  });
  test('wrong types of the function', () => {
    const f = lib.getitem('add');
    expect(() => (f.argtypes = [5 as never])).toThrow('from_param');
    expect(() => (f.argtypes = 5 as never)).toThrow('argtypes');
    expect(() => (f.restype = 5 as never)).toThrow('restype');
    expect(() => (f.errcheck = 5 as never)).toThrow('errcheck');
    expect(() => (f.argtypes = [c.c_longdouble])).toThrow('c_longdouble');
  });
});

describe('by value', () => {
  test('structures', () => {
    const swap = declared('swap', [P], P);
    const r = swap(new P(1, 2)) as InstanceType<typeof P>;
    expect([r.x, r.y]).toEqual([2, 1]);
    expect(() => swap(new c_int(1))).toThrow('P instance expected');
    const Big = c.Structure({ a: c.ARRAY(c_long, 5) });
    const grown = declared('grow', [Big], Big)(new Big([1, 1, 1, 1, 1])) as InstanceType<
      typeof Big
    >;
    expect(grown.a.slice()).toEqual([1n, 2n, 3n, 4n, 5n]);
    const Floats = c.Structure({ v: c.ARRAY(c_float, 3) });
    const turned = declared('turn', [Floats], Floats)(new Floats([1, 2, 3])) as InstanceType<
      typeof Floats
    >;
    expect(turned.v.slice()).toEqual([2, 3, 1]);
  });
  test('unions and bit-fields', () => {
    const U = c.Union({ i: c_int, f: c_float });
    expect(declared('union_int', [U], c_int)(new U({ i: 5 }))).toBe(5);
    const D = c.Union({ d: c_double, f: c_float });
    expect(declared('union_double', [D], c_double)(new D({ d: 2.5 }))).toBe(2.5);
    const B = c.Structure([
      ['a', c_int, 3],
      ['b', c.c_uint, 10],
    ]);
    expect(declared('bit_b', [B], c_int)(new B(1, 1000))).toBe(1000);
  });
  test('what _ffi cannot pass is refused', () => {
    const Packed = c.Structure({ a: c_ubyte, b: c_int }, { _pack_: 1 });
    expect(() => declared('add', [Packed], c_int)).toThrow('by value');
  });
});

describe('libraries', () => {
  test('properties, items, values', () => {
    expect(lib['add']).toBe(lib['add']);
    expect(lib.getitem('add')).not.toBe(lib.getitem('add'));
    const answer = c_int.in_dll(lib, 'answer');
    answer.value++;
    expect(c_int.in_dll(lib, 'answer').value).toBe(43);
    expect(P.in_dll(lib, 'point').y).toBe(2);
  });
  test('what is missing', () => {
    expect(() => lib['no_such_function']).toThrow('no_such_function');
    expect(() => c_int.in_dll(lib, 'nothing')).toThrow('nothing');
    expect(() => new CDLL('libnothing.so.9')).toThrow('libnothing.so.9');
    expect(() => c.cdll.LoadLibrary('libnothing.so.9')).toThrow('libnothing.so.9');
  });
  test('find_library', () => {
    expect(c.find_library('c')).toBe('libc.so.6');
    expect(c.find_library('m')).toBe('libm.so.6');
    expect(c.find_library('no-such-library')).toBe(null);
    expect(c.find_library('c.*')).toBe(null);
  });
});

test('errno, with and without use_errno', () => {
  const own = new CDLL(PATH, { use_errno: true });
  c.set_errno(7);
  expect(own.getattr('fail')(5)).toBe(-1);
  expect([c.set_errno(9), c.get_errno()]).toEqual([5, 9]);
  lib.getattr('fail')(3);
  expect(c.get_errno()).toBe(9);
});

describe('callbacks', () => {
  const OP = CFUNCTYPE(c_int, c_int, c_int);
  const apply = declared('apply', [OP, c_int, c_int], c_int);
  test('a JavaScript function is called', () => {
    expect(
      apply(
        OP((a: unknown, b: unknown) => Number(a) * Number(b)),
        6,
        7,
      ),
    ).toBe(42);
    expect(apply(new OP(() => 2 ** 40 + 1), 1, 2)).toBe(1);
    expect(CFUNCTYPE(c_int, c_int, c_int)).toBe(OP);
  });
  test('what it throws is thrown by the call', () => {
    expect(() =>
      apply(
        OP(() => {
          throw new Error('inside');
        }),
        1,
        2,
      ),
    ).toThrow('inside');
    expect(() =>
      apply(
        OP(() => 'x'),
        1,
        2,
      ),
    ).toThrow('c_int');
  });
  test('free: a call is an error then', () => {
    const f = OP(() => 1);
    expect(f(1, 2)).toBe(1);
    f.free();
    expect(() => apply(f, 1, 2)).toThrow('freed');
    expect(() => f.free()).toThrow('freed');
    expect(() => lib.getitem('add').free()).toThrow('no callback');
  });
  test('pointers and structures in and out', () => {
    const F = CFUNCTYPE(P, POINTER(P), c_double);
    const f = declared('apply_p', [F, POINTER(P)], P);
    const r = f(
      F((p: unknown, d: unknown) => {
        const at = p as c.Pointer<InstanceType<typeof P>>;
        at.contents.x += Number(d) * 2;
        return new P(at.contents.x, 1);
      }),
      new P(4, 0),
    ) as InstanceType<typeof P>;
    expect([r.x, r.y]).toEqual([7, 1]);
  });
  test('in a structure, which keeps it', () => {
    const T = c.Structure({ op: OP, a: c_int });
    const t = new T(
      OP((a: unknown, b: unknown) => Number(a) - Number(b)),
      10,
    );
    expect(declared('run', [POINTER(T)], c_int)(t)).toBe(9);
    expect(t.op(5, 2)).toBe(3);
    t.op = null as never;
    expect(() => t.op(1, 2)).toThrow('NULL');
  });
  test('a pointer that C gives can be called', () => {
    const get = declared('get_add', [], OP);
    expect((get() as c.CFunction)(3, 4)).toBe(7);
  });
  test.each(['x', {}, Symbol.iterator, -1, 1.5])('CFUNCTYPE(…)(%s) is refused', (wrong) =>
    expect(() => OP(wrong)).toThrow(TypeError),
  );
  test('null is refused when called, and where a function is expected', () => {
    expect(() => OP()(1, 2)).toThrow('NULL');
    expect(() => apply(5, 1, 2)).toThrow(c.ArgumentError);
  });
});

describe('prototypes', () => {
  test('a symbol, with names and defaults', () => {
    const add = CFUNCTYPE(
      c_int,
      c_int,
      c_int,
    )(
      ['add', lib],
      [
        [1, 'a'],
        [1, 'b', 5],
      ],
    );
    expect([add(1, 2), add(1), add({ a: 2, b: 3 })]).toEqual([3, 6, 5]);
    expect(() => add()).toThrow("'a' is missing");
    expect(() => add(1, 2, 3)).toThrow('add() takes');
  });
  test('results through pointers', () => {
    const two = CFUNCTYPE(
      null,
      POINTER(c_int),
      c_int,
      POINTER(c_int),
    )(
      ['two', lib],
      [
        [2, 'a'],
        [1, 'in'],
        [2, 'b'],
      ],
    );
    expect(two(5)).toEqual([6, 7]);
  });
  test.each([[[[1]]], [[[9], [1]]], [[5, 6]]])('paramflags %j are refused', (flags) => {
    expect(() => CFUNCTYPE(c_int, c_int, c_int)(['add', lib], flags)).toThrow('paramflags');
  });
  test('a missing symbol', () =>
    expect(() => CFUNCTYPE(c_int)(['nothing', lib])).toThrow('nothing'));
});
