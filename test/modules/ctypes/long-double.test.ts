// `c_longdouble` (test_numbers, test_cfuncs, test_callbacks): what calls give is what CPython's give.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { compileC } from '../ffi/c-library.ts';

const { c_char, c_double, c_int, c_long, c_longdouble, CFUNCTYPE, Structure, Union } = c;

const PATH = compileC(`
#include <math.h>
#include <string.h>
struct one { long double x; };
struct more { char tag; long double x; int i; };
union low { long double x; int i; };
union whole { long double x; long double y; };
union number { long double x; double d; };
struct wide { int a, b, c, d; } __attribute__((aligned(16)));
long double mix(char a, long double b, double c, int d, long double e) { return a + b * c + d - e; }
long double root(long double x) { return sqrtl(x); }
int digits(long double x) { return (int)(x * 10); }
long double many(int a, int b, int c, int d, int e, int f, int g, long double x, int h, long double y) { return a + b + c + d + e + f + g + h + x * y; }
struct one next(struct one v) { v.x = nextafterl(v.x, 2 * v.x); return v; }
int differs(struct one v, double x) { return v.x != x; }
struct more grow(struct more v) { v.tag++; v.x /= 8; v.i = -v.i; return v; }
int of_low(union low v, int x) { return v.i + x; }
long double of_whole(int x, union whole v) { return v.y + x; }
double of_number(int x, union number v) { return v.d + x; }
union number number_of(double d) { union number r; r.d = d; return r; }
int of_wide(int x, int a, int b, int c, int d, int e, int f, struct wide v) { return v.a + 10 * v.b + 100 * v.c + 1000 * v.d + ((long)&v % 16); }
long double apply(long double (*f)(long double, int), long double x) { return f(x, 3) * 2; }
`);
const lib = new c.CDLL(PATH);

function declared(name: string, argtypes: readonly c.CType[], restype: c.CType): c.CFunction {
  const made = lib.getitem(name);
  made.argtypes = argtypes;
  made.restype = restype;
  return made;
}

test.each([0, -0, 1, -1.5, 0.1, 1e308, 5e-324, -2.2250738585072014e-308, Infinity, -Infinity, NaN])(
  'c_longdouble(%d)',
  (value) => expect(new c_longdouble(value).value).toBe(value),
);

test('the bytes of a long double', () => {
  const one = new c_longdouble(-2.5);
  expect(Buffer.from(c.string_at(one, 10)).toString('hex')).toBe('00000000000000a000c0');
});

const VALUES = [0, -0, 1, -2.75, 0.1, 1 / 3, 1e-320, 1e300, 123456789.123];

const PYTHON = `
import sys, json
from ctypes import *
lib = CDLL(sys.argv[1])
values = json.loads(sys.argv[2])
def declared(name, argtypes, restype):
    f = lib[name]; f.argtypes = argtypes; f.restype = restype
    return f
L = c_longdouble
class More(Structure): _fields_ = [('tag', c_char), ('x', L), ('i', c_int)]
mix = declared('mix', [c_char, L, c_double, c_int, L], L)
root = declared('root', [L], L)
many = declared('many', [c_int] * 7 + [L, c_int, L], L)
grow = declared('grow', [More], More)
F = CFUNCTYPE(L, L, c_int)
apply = declared('apply', [F, L], L)
third = F(lambda x, i: x / i)
out = []
for x in values:
    grown = grow(More(b'a', x, 7))
    root_x = root(x) if x >= 0 else 0.0
    out.append([mix(b'a', x, 0.5, 3, 1.25), root_x, many(1, 2, 3, 4, 5, 6, 7, x, 8, 3), grown.tag.decode(), grown.x, grown.i, apply(third, x)])
buffer = create_string_buffer(200)
CDLL(None).snprintf(buffer, 200, b'%d %Lg %s %.3Lf', 1, L(0.5), b'x', L(-2))
out.append(buffer.value.decode())
print(json.dumps(out))
`;

function ours(): unknown[] {
  class More extends Structure({ tag: c_char, x: c_longdouble, i: c_int }) {}
  const L = c_longdouble;
  const mix = declared('mix', [c_char, L, c_double, c_int, L], L);
  const root = declared('root', [L], L);
  const ints = Array.from({ length: 7 }, () => c_int);
  const many = declared('many', [...ints, L, c_int, L], L);
  const grow = declared('grow', [More], More);
  const F = CFUNCTYPE(L, L, c_int);
  const apply = declared('apply', [F, L], L);
  const third = F((x, i) => x / i);
  const rows = VALUES.map((x): unknown => {
    const grown = grow(new More('a', x, 7)) as More;
    const rootX = x >= 0 ? root(x) : 0;
    const [mixed, sum] = [mix('a', x, 0.5, 3, 1.25), many(1, 2, 3, 4, 5, 6, 7, x, 8, 3)];
    return [mixed, rootX, sum, grown.tag, grown.x, grown.i, apply(third, x)];
  });
  const buffer = c.create_string_buffer(200);
  const { snprintf } = new c.CDLL(null) as unknown as { readonly snprintf: c.CFunction };
  snprintf(buffer, 200, '%d %Lg %s %.3Lf', 1, new L(0.5), 'x', new L(-2));
  return [...rows, buffer.value];
}

const hasPython = spawnSync('python3', ['-c', 'import ctypes']).status === 0;
if (!hasPython) console.warn('long-double.test.ts is skipped in part: python3 is missing');

describe('calls', () => {
  test.skipIf(!hasPython)('give what CPython gives', () => {
    const args = ['-c', PYTHON, PATH, JSON.stringify(VALUES)];
    const { stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    // JSON has no -0.
    const theirs = JSON.parse(stdout) as unknown[];
    expect(JSON.parse(JSON.stringify(ours()))).toEqual(JSON.parse(JSON.stringify(theirs)));
  });

  test('a structure of one keeps all of its bits', () => {
    class One extends Structure({ x: c_longdouble }) {}
    const next = declared('next', [One], One)(new One(1)) as One;
    expect(next.x).toBe(1);
    const differs = declared('differs', [One, c_double], c_int);
    expect([differs(new One(1), 1), differs(next, 1)]).toEqual([0, 1]);
  });

  test('unions travel where gcc has them: in a register of the coprocessor, in memory', () => {
    const Low = Union({ x: c_longdouble, i: c_int });
    expect(declared('of_low', [Low, c_int], c_int)(new Low({ i: 5 }), 2)).toBe(7);
    const Whole = Union({ x: c_longdouble, y: c_longdouble });
    expect(declared('of_whole', [c_int, Whole], c_longdouble)(1, new Whole({ x: 0.5 }))).toBe(1.5);
    const Number_ = Union({ x: c_longdouble, d: c_double });
    expect(declared('of_number', [c_int, Number_], c_double)(1, new Number_({ d: 2.5 }))).toBe(3.5);
    const made = declared('number_of', [c_double], Number_)(0.25) as InstanceType<typeof Number_>;
    expect(made.d).toBe(0.25);
  });

  test('structures at multiples of 16', () => {
    const Wide = Structure({ a: c_int, b: c_int, c: c_int, d: c_int }, { _align_: 16 });
    const of = declared('of_wide', [...Array.from({ length: 7 }, () => c_int), Wide], c_int);
    expect(of(0, 0, 0, 0, 0, 0, 0, new Wide(1, 2, 3, 4))).toBe(4321);
  });

  test('what is no number is refused', () => {
    const root = declared('root', [c_longdouble], c_longdouble);
    expect(() => root('4')).toThrow('root() argument 1: c_longdouble: a number expected');
    expect(root(new c_longdouble(6.25))).toBe(2.5);
    expect(root(9n)).toBe(3);
  });

  test('what compilers do not agree on cannot be passed', () => {
    const Mixed = Union({ x: c_longdouble, l: c.ARRAY(c_long, 2) });
    expect(() => declared('root', [Mixed], c_longdouble)).toThrow('by value');
    const Packed = Structure({ x: c_longdouble }, { _pack_: 1 });
    expect(() => declared('root', [Packed], c_longdouble)).toThrow('by value');
    const Narrow = Structure({ a: c_int }, { _align_: 16 });
    expect(() => declared('root', [Narrow], c_longdouble)).toThrow('by value');
  });
});
