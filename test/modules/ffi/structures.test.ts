// Structures: their layout, their fields, by value in arguments and results, by pointer.
import { describe, expect, test } from 'vitest';
import { Field, Structure, types } from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const { sint, sbyte, sshort, slong, ubyte, float, double, char_p } = types;

const lib = loadC(`
#include <stddef.h>
#include <stdlib.h>
struct ii { int a, b; };
struct dd { double x, y; };
struct id { int i; double d; };
struct di { double d; int i; };
struct ff { float a, b; };
struct fff { float a, b, c; };
struct fi { float a; int b; };
struct bsi { signed char b; short s; int i; };
struct one { unsigned char c; };
struct ll { long a, b; };
struct lll { long a, b, c; };
struct big { long a[20]; };
struct nest { struct ii first; struct dd second; };
struct deep { struct ff f; struct ii i; };
struct ii ii_swap(struct ii s) { struct ii r = { s.b, s.a }; return r; }
struct dd dd_add(struct dd a, struct dd b) { struct dd r = { a.x + b.x, a.y + b.y }; return r; }
struct id id_swap(struct id s) { struct id r = { (int)s.d, s.i }; return r; }
struct di di_swap(struct di s) { struct di r = { s.i, (int)s.d }; return r; }
struct ff ff_swap(struct ff s) { struct ff r = { s.b, s.a }; return r; }
struct fff fff_turn(struct fff s) { struct fff r = { s.b, s.c, s.a }; return r; }
struct fi fi_swap(struct fi s) { struct fi r = { s.b, (int)s.a }; return r; }
struct bsi bsi_neg(struct bsi s) { struct bsi r = { -s.b, -s.s, -s.i }; return r; }
struct one one_up(struct one s) { s.c++; return s; }
struct ll ll_swap(struct ll s) { struct ll r = { s.b, s.a }; return r; }
struct lll lll_turn(struct lll s) { struct lll r = { s.b, s.c, s.a }; return r; }
struct big big_add(struct big s, long by) { for (int i = 0; i < 20; i++) s.a[i] += by * i; return s; }
struct nest nest_inc(struct nest s) { s.first.a++; s.first.b++; s.second.x++; s.second.y++; return s; }
struct deep deep_swap(struct deep s) { struct deep r = { { s.i.a, s.i.b }, { (int)s.f.a, (int)s.f.b } }; return r; }
int many(struct id a, int b, int c, int d, int e, int f, struct ll g, int h) {
  return a.i + b + c + d + e + f + (int)g.a * 10 + (int)g.b * 100 + h * 1000;
}
void scale(struct dd *p, double by) { p->x *= by; p->y *= by; }
struct dd *keep(void) { static struct dd kept = { 1.5, 2.5 }; return &kept; }
long offsets(void) { return offsetof(struct bsi, s) * 100 + offsetof(struct bsi, i) * 10 + sizeof(struct bsi); }
struct node { int value; struct node *next; };
int total(struct node *n) { int s = 0; for (; n; n = n->next) s += n->value; return s; }
struct named { const char *name; int n; };
struct named *name(void) { static struct named x = { "n\\xc3\\xa9", 3 }; return &x; }
`);

const struct = <const F extends readonly Field[]>(name: string, ...fields: F): Structure<F> =>
  new Structure(name, fields);
const II = struct('ii', new Field('a', sint), new Field('b', sint));
const DD = struct('dd', new Field('x', double), new Field('y', double));
const ID = struct('id', new Field('i', sint), new Field('d', double));
const DI = struct('di', new Field('d', double), new Field('i', sint));
const FF = struct('ff', new Field('a', float), new Field('b', float));
const FFF = struct('fff', new Field('a', float), new Field('b', float), new Field('c', float));
const FI = struct('fi', new Field('a', float), new Field('b', sint));
const BSI = struct('bsi', new Field('b', sbyte), new Field('s', sshort), new Field('i', sint));
const ONE = struct('one', new Field('c', ubyte));
const LL = struct('ll', new Field('a', slong), new Field('b', slong));
const LLL = struct('lll', new Field('a', slong), new Field('b', slong), new Field('c', slong));
const NEST = struct('nest', new Field('first', II), new Field('second', DD));

/** The fields of an instance. */
const shown = (instance: { type: Structure; getfield(name: string): unknown }): unknown[] =>
  instance.type.fields.map(({ name }) => instance.getfield(name));

describe('layout', () => {
  test('fields are aligned', () => {
    expect(BSI.fields.map(({ offset }) => offset)).toEqual([0, 2, 4]);
    expect(lib.getfunc('offsets', [], slong)()).toBe(248n);
    expect([BSI.size, BSI.alignment, ID.size, DI.size, ONE.size, FFF.size]).toEqual([
      8, 4, 16, 16, 1, 12,
    ]);
  });
  test('structures inside', () => {
    expect(NEST.size).toBe(24);
    expect(NEST.fields.map(({ offset }) => offset)).toEqual([0, 8]);
  });
  test('what is wrong', () => {
    expect(() => struct('none')).toThrow('none has no fields');
    expect(() => struct('twice', new Field('a', sint), new Field('a', sint))).toThrow(
      'two fields a',
    );
    expect(() => struct('hollow', new Field('a', types.void))).toThrow('hollow.a cannot be void');
    expect(() => II.define_fields(II.fields as never)).toThrow('ii has its fields already');
  });
});

describe('fields', () => {
  test('all zero at first', () => expect(shown(BSI.allocate())).toEqual([0, 0, 0]));
  test('each kind, read and written', () => {
    const ALL = struct(
      'all',
      new Field('sb', sbyte),
      new Field('ub', ubyte),
      new Field('ss', sshort),
      new Field('us', types.ushort),
      new Field('si', sint),
      new Field('ui', types.uint),
      new Field('sl', slong),
      new Field('ul', types.ulong),
      new Field('f', float),
      new Field('d', double),
      new Field('c', types.char),
      new Field('p', types.void_p),
    );
    const values = [-1, 255, -2, 65535, -3, 4294967295, -4n, 2n ** 64n - 1n, 0.5, 0.1, 'é', 4096];
    for (const one of [ALL.allocate(), ALL.fromaddress(ALL.allocate())]) {
      ALL.fields.forEach(({ name }, index) => one.setfield(name as 'sb', values[index] as number));
      expect(shown(one)).toEqual(values);
      one.setfield('sb', 5);
      expect(shown(one)).toEqual([5, ...values.slice(1)]);
    }
  });
  test('at an address: the same memory', () => {
    const here = II.allocate({ a: 1, b: 2 });
    const there = II.fromaddress(here.getaddr());
    expect(shown(there)).toEqual([1, 2]);
    there.setfield('b', 9);
    expect(here.getfield('b')).toBe(9);
    here.setfield('a', 8);
    expect(there.getfield('a')).toBe(8);
  });
  test('what C has', () => {
    const at = lib.getfunc('keep', [], types.pointer(DD))();
    expect(shown(DD.fromaddress(at))).toEqual([1.5, 2.5]);
    const named = struct('named', new Field('name', char_p), new Field('n', sint));
    expect(shown(named.fromaddress(lib.getfunc('name', [], types.void_p)()))).toEqual(['né', 3]);
  });
  test('wrong values', () => {
    const one = BSI.allocate();
    expect(() => one.setfield('b', 128)).toThrow('bsi.b must be sbyte (-128 to 127), got 128');
    expect(() => one.setfield('i', '1' as never)).toThrow(
      'bsi.i must be sint: an integer; got "1"',
    );
    expect(() => one.setfield('z' as 'b', 1)).toThrow('bsi has no field z');
    expect(() => one.getfield('z' as 'b')).toThrow('bsi has no field z');
    expect(() => BSI.allocate({ s: 1e6 })).toThrow(RangeError);
    const named = struct('named', new Field('name', char_p)).allocate();
    expect(() => named.setfield('name', 'text' as never)).toThrow(TypeError);
    expect(() => II.fromaddress(0)).toThrow(TypeError);
  });
  test('a structure inside is a view of the outer one', () => {
    const outer = NEST.allocate();
    outer.getfield('first').setfield('b', 5);
    outer.setfield('second', DD.allocate({ x: 1, y: 2 }));
    expect(shown(outer.getfield('first'))).toEqual([0, 5]);
    expect(shown(outer.getfield('second'))).toEqual([1, 2]);
    expect(() => outer.setfield('first', DD.allocate() as never)).toThrow(TypeError);
  });
  test('one that points to itself', () => {
    type NodeFields = readonly [Field<'value', typeof sint>, Field<'next', typeof types.void_p>];
    const NODE = new Structure<NodeFields>('node');
    NODE.define_fields([new Field('value', sint), new Field('next', types.pointer(NODE))]);
    const last = NODE.allocate({ value: 40 });
    const first = NODE.allocate({ value: 2, next: last });
    expect(lib.getfunc('total', [types.pointer(NODE)], sint)(first)).toBe(42);
  });
});

describe('by value', () => {
  const through = <F extends readonly Field[]>(
    name: string,
    type: Structure<F>,
    values: object,
  ): unknown[] => shown(lib.getfunc(name, [type], type)(type.allocate(values as never)) as never);

  test.each([
    ['ii_swap', II, { a: 1, b: -2 }, [-2, 1]],
    ['id_swap', ID, { i: 3, d: 7 }, [7, 3]],
    ['di_swap', DI, { d: 3, i: -7 }, [-7, 3]],
    ['ff_swap', FF, { a: 0.5, b: -2 }, [-2, 0.5]],
    ['fff_turn', FFF, { a: 1, b: 2, c: 3 }, [2, 3, 1]],
    ['fi_swap', FI, { a: 2, b: 5 }, [5, 2]],
    ['bsi_neg', BSI, { b: 1, s: 2, i: 3 }, [-1, -2, -3]],
    ['one_up', ONE, { c: 255 }, [0]],
    ['ll_swap', LL, { a: 1n, b: -2n }, [-2n, 1n]],
    ['lll_turn', LLL, { a: 1n, b: 2n, c: 3n }, [2n, 3n, 1n]],
  ] as const)('%s', (name, type, values, expected) => {
    const before = type.allocate(values as never);
    expect(through(name, type as Structure, values)).toEqual(expected);
    expect(shown(before as never)).toEqual(Object.values(values));
  });
  test('two of two doubles', () => {
    const add = lib.getfunc('dd_add', [DD, DD], DD);
    expect(shown(add(DD.allocate({ x: 1, y: 2 }), DD.allocate({ x: 10, y: 20 })))).toEqual([
      11, 22,
    ]);
  });
  test('one of 160 bytes', () => {
    const fields = Array.from({ length: 20 }, (_, i) => new Field(`f${i}`, slong));
    const BIG = new Structure('big', fields);
    const got = lib.getfunc('big_add', [BIG, slong], BIG)(BIG.allocate({ f3: 1n }), 10n);
    expect(shown(got)).toEqual(fields.map((_, i) => BigInt(10 * i + (i === 3 ? 1 : 0))));
  });
  test('with structures inside', () => {
    const outer = NEST.allocate();
    outer.setfield('second', DD.allocate({ x: 0.5, y: 1.5 }));
    const got = lib.getfunc('nest_inc', [NEST], NEST)(outer);
    expect(shown(got.getfield('first'))).toEqual([1, 1]);
    expect(shown(got.getfield('second'))).toEqual([1.5, 2.5]);
    const DEEP = struct('deep', new Field('f', FF), new Field('i', II));
    const deep = DEEP.allocate();
    deep.setfield('i', II.allocate({ a: 3, b: 4 }));
    const swapped = lib.getfunc('deep_swap', [DEEP], DEEP)(deep);
    expect(shown(swapped.getfield('f'))).toEqual([3, 4]);
    expect(shown(swapped.getfield('i'))).toEqual([0, 0]);
  });
  test('when registers have run out', () => {
    const many = lib.getfunc('many', [ID, sint, sint, sint, sint, sint, LL, sint], sint);
    expect(many(ID.allocate({ i: 1 }), 1, 1, 1, 1, 1, LL.allocate({ a: 2n, b: 3n }), 4)).toBe(4326);
  });
  test('what lies in C’s memory', () => {
    const there = DD.fromaddress(lib.getfunc('keep', [], types.void_p)());
    expect(shown(lib.getfunc('dd_add', [DD, DD], DD)(there, there))).toEqual([3, 5]);
  });
  test('a structure of another type is refused', () => {
    const swap = lib.getfunc('ii_swap', [II], II) as (value: unknown) => unknown;
    expect(() => swap(DD.allocate())).toThrow(
      'ii_swap() argument 1 must be ii: an instance of the structure',
    );
    expect(() => swap({ a: 1, b: 2 })).toThrow(TypeError);
    expect(() => swap(null)).toThrow(TypeError);
  });
});

test('by pointer', () => {
  const point = DD.allocate({ x: 1, y: 2 });
  lib.getfunc('scale', [types.pointer(DD), double], types.void)(point, 3);
  expect(shown(point)).toEqual([3, 6]);
});
