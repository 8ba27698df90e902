// `long double`: x86's 80 bits in registers of their own, in memory, and as numbers.
import { expect, test } from 'vitest';
import {
  CallbackPtr,
  Field,
  FuncPtr,
  load,
  store,
  Structure,
  types,
} from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const { double, longdouble, sint, slong, void_p } = types;

const lib = loadC(`
#include <math.h>
#include <stdarg.h>
#include <string.h>
struct one { long double x; };
struct more { int i; long double x; };
long double third(void) { return 1.0L / 3; }
double as_double(long long fraction, int head) { long double x = 0; memcpy(&x, &fraction, 8); memcpy((char *)&x + 8, &head, 2); return (double)x; }
long double of_bits(long long fraction, int head) { long double x = 0; memcpy(&x, &fraction, 8); memcpy((char *)&x + 8, &head, 2); return x; }
long long fraction_of(long double x) { long long f; memcpy(&f, &x, 8); return f; }
int head_of(long double x) { unsigned short h; memcpy(&h, (char *)&x + 8, 2); return h; }
struct one make_one(void) { struct one r = { 1.0L / 3 }; return r; }
int third_of(struct one (*f)(struct one), struct one v) { return f(v).x == 1.0L / 3; }
int is_third(struct one v) { return v.x == 1.0L / 3; }
struct more grow(struct more v) { v.i++; v.x = sqrtl(v.x); return v; }
int is_aligned(int a, long b[7], int c, int d, int e, int f, int g, struct more v) { return (long)&v % 16 == 0 && v.x == g; }
long double sum(int n, ...) { va_list v; va_start(v, n); long double s = 0; while (n--) s += va_arg(v, long double); va_end(v); return s; }
long double call(long double (*f)(int, long double, double), long double x) { return f(1, x, 2) + 1; }
`);

test.each([0, -0, 1, -1.5, 0.1, 1e308, 5e-324, -2.2250738585072014e-308, Infinity, -Infinity, NaN])(
  '%d there and back',
  (value) => {
    const same = lib.getfunc('fabsl', [longdouble], longdouble);
    expect(same(value)).toBe(Math.abs(value));
    const memory = new Uint8Array(16);
    store(longdouble, memory, value);
    expect(load(longdouble, memory)).toBe(value);
    const fraction = lib.getfunc('fraction_of', [longdouble], slong)(value);
    const head = lib.getfunc('head_of', [longdouble], sint)(value);
    expect(lib.getfunc('as_double', [slong, sint], double)(fraction, head)).toBe(value);
  },
);

test('numbers that a double cannot hold are rounded as C rounds them', () => {
  const asDouble = lib.getfunc('as_double', [slong, sint], double);
  const ofBits = lib.getfunc('of_bits', [slong, sint], longdouble);
  let state = 5n;
  const random = (): bigint => (state = BigInt.asUintN(64, state * 6364136223846793005n + 1n));
  for (let round = 0; round < 4000; round++) {
    // Around the limits of a double, among the subnormals, and halves between two doubles.
    const [least, count] = round % 2 === 0 ? [15300, 80] : [17380, 60];
    const exponent = least + Number(random() % BigInt(count));
    const bits = round % 3 === 0 ? ((random() >> 11n) << 11n) | (1n << 10n) : random();
    const fraction = BigInt.asIntN(64, bits | (1n << 63n));
    const head = exponent | (round % 5 === 0 ? 0x8000 : 0);
    expect(ofBits(fraction, head), `${fraction} ${head}`).toBe(asDouble(fraction, head));
  }
});

test('structures: all bits of one come back', () => {
  const One = new Structure('one', [new Field('x', longdouble)]);
  const third = lib.getfunc('make_one', [], One)();
  expect(third.getfield('x')).toBe(1 / 3);
  expect(lib.getfunc('is_third', [One], sint)(third)).toBe(1);
  expect(lib.getfunc('is_third', [One], sint)(One.allocate({ x: 1 / 3 }))).toBe(0);
  using same = new CallbackPtr((v) => v, [One], One);
  expect(lib.getfunc('third_of', [void_p, One], sint)(same, third)).toBe(1);
  const More = new Structure('more', [new Field('i', sint), new Field('x', longdouble)]);
  expect([More.size, More.alignment]).toEqual([32, 16]);
  const grown = lib.getfunc('grow', [More], More)(More.allocate({ i: 1, x: 6.25 }));
  expect([grown.getfield('i'), grown.getfield('x')]).toEqual([2, 2.5]);
  const there = More.fromaddress(grown);
  there.setfield('x', 7);
  expect([there.getfield('x'), grown.getfield('x')]).toEqual([7, 7]);
  const aligned = lib.getfunc(
    'is_aligned',
    [sint, void_p, sint, sint, sint, sint, sint, More],
    sint,
  );
  expect(aligned(1, null, 2, 3, 4, 5, 6, More.allocate({ x: 6 }))).toBe(1);
});

test.each([{}, { errno: false }, { callsBack: true }, { callsBack: false }, { releasegil: true }])(
  'a call with %o',
  (options) => {
    const third = lib.getfunc('third', [], longdouble, options);
    const sum = lib.getfunc('sum', [sint, longdouble, longdouble, longdouble], longdouble, {
      ...options,
      variadic: 1,
    });
    // Registers of the coprocessor that stay full would give NaN at the ninth.
    for (let round = 0; round < 20; round++) {
      expect(third()).toBe(1 / 3);
      expect(sum(3, round, 0.5, -2)).toBe(round - 1.5);
    }
  },
);

test('callbacks', () => {
  const seen: unknown[] = [];
  using twice = new CallbackPtr(
    (i, x, d) => {
      seen.push([i, x, d]);
      return 2 * x;
    },
    [sint, longdouble, double],
    longdouble,
  );
  const call = lib.getfunc('call', [void_p, longdouble], longdouble);
  for (let round = 0; round < 20; round++) expect(call(twice, 0.1)).toBe(1.2);
  expect(seen[0]).toEqual([1, 0.1, 2]);
  const same = FuncPtr.fromaddr(twice, 'same', [sint, longdouble, double], longdouble);
  expect(same(1, 1e300, 2)).toBe(2e300);
  using wrong = new CallbackPtr(() => 'x' as never, [sint, longdouble, double], longdouble);
  expect(() => call(wrong, 1)).toThrow('the result of callback() must be longdouble: a number');
});

test('what is no number is refused', () => {
  const fabsl = lib.getfunc('fabsl', [longdouble], longdouble);
  expect(() => fabsl('1' as never)).toThrow('fabsl() argument 1 must be longdouble: a number');
  expect(() => fabsl(1n as never)).toThrow(TypeError);
  expect(() => store(longdouble, new Uint8Array(16), null as never)).toThrow('store() argument 3');
});
