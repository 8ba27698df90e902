// Structures of a few numbers, whose instances have no memory until somebody wants their address: nobody can tell the difference.
import { describe, expect, test } from 'vitest';
import { CallbackPtr, Field, load, store, Structure, types } from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const { sint, uint, float, double, slong, ulong, void_p } = types;

const lib = loadC(`
struct ii { int a, b; }; struct uf { unsigned u; float f; }; struct lu { long l; unsigned long u; };
struct dp { double d; void *p; }; struct ffff { float a, b, c, d; };
struct ii ii(struct ii s) { struct ii r = { s.b, s.a - 1 }; return r; }
struct uf uf(struct uf s) { struct uf r = { s.u + 1, s.f * 2 }; return r; }
struct lu lu(struct lu s) { struct lu r = { -s.l, s.u + 1 }; return r; }
struct dp dp(struct dp s) { struct dp r = { s.d / 2, (char *)s.p + 1 }; return r; }
struct ffff ffff(struct ffff s) { struct ffff r = { s.d, s.c, s.b, s.a }; return r; }
void change(struct ii *s) { s->a *= 10; s->b *= 100; }
int late(int a, int b, int c, int d, int e, struct lu s, struct ii t) { return a + b + c + d + e + s.l + s.u + t.a - t.b; }
struct ii through(struct ii (*f)(struct ii), struct ii s) { return f(s); }
`);
const II = new Structure('ii', [new Field('a', sint), new Field('b', sint)]);
const UF = new Structure('uf', [new Field('u', uint), new Field('f', float)]);
const LU = new Structure('lu', [new Field('l', slong), new Field('u', ulong)]);
const DP = new Structure('dp', [new Field('d', double), new Field('p', void_p)]);
const FFFF = new Structure(
  'ffff',
  ['a', 'b', 'c', 'd'].map((name) => new Field(name, float)),
);
const ii = lib.getfunc('ii', [II], II);

describe('by value', () => {
  test('two ints', () => {
    const got = ii(II.allocate({ a: -5, b: 2 ** 31 - 1 }));
    expect([got.getfield('a'), got.getfield('b')]).toEqual([2 ** 31 - 1, -6]);
  });
  test('an unsigned int and a float in one register', () => {
    const got = lib.getfunc('uf', [UF], UF)(UF.allocate({ u: 2 ** 32 - 2, f: 0.1 }));
    expect([got.getfield('u'), got.getfield('f')]).toEqual([2 ** 32 - 1, Math.fround(0.1) * 2]);
  });
  test('64 bits, from bigints and from numbers', () => {
    const lu = lib.getfunc('lu', [LU], LU);
    const got = lu(LU.allocate({ l: 2n ** 63n - 1n, u: 2n ** 64n - 2n }));
    expect([got.getfield('l'), got.getfield('u')]).toEqual([1n - 2n ** 63n, 2n ** 64n - 1n]);
    const other = lu(LU.allocate({ l: -(2 ** 40), u: 2 ** 50 }));
    expect([other.getfield('l'), other.getfield('u')]).toEqual([2n ** 40n, 2n ** 50n + 1n]);
  });
  test('a double and a pointer', () => {
    const data = new Uint8Array(8);
    const got = lib.getfunc('dp', [DP], DP)(DP.allocate({ d: 1 / 3, p: data }));
    expect(got.getfield('d')).toBe(1 / 6);
    store(types.ubyte, got.getfield('p'), 77);
    expect(data[1]).toBe(77);
  });
  test('four floats in two registers', () => {
    const got = lib.getfunc('ffff', [FFFF], FFFF)(FFFF.allocate({ a: 1, b: 2, c: 3.5, d: -4 }));
    expect(['a', 'b', 'c', 'd'].map((name) => got.getfield(name))).toEqual([-4, 3.5, 2, 1]);
  });
  test('in registers and on the stack', () => {
    const late = lib.getfunc('late', [sint, sint, sint, sint, sint, LU, II], sint);
    const [lu, two] = [LU.allocate({ l: 100n, u: 1000n }), II.allocate({ a: 7, b: 9 })];
    expect(late(1, 2, 3, 4, 5, lu, two)).toBe(1113);
    expect([lu.getaddr() > 0, two.getaddr() > 0]).toEqual([true, true]);
    expect(late(1, 2, 3, 4, 5, lu, two)).toBe(1113);
  });
  test('in hot code, each call with another instance', () => {
    let last = II.allocate({ a: 0, b: 0 });
    for (let i = 0; i < 200_000; i++)
      last = ii(i % 1000 === 0 ? II.allocate({ a: i, b: i }) : last);
    expect([last.getfield('a'), last.getfield('b')]).toEqual([198_500, 198_500]);
  });
  test('to a callback and back', () => {
    const f = new CallbackPtr(
      (s) => II.allocate({ a: s.getfield('b'), b: s.getfield('a') }),
      [II],
      II,
    );
    const got = lib.getfunc('through', [void_p, II], II)(f, II.allocate({ a: 1, b: 2 }));
    expect([got.getfield('a'), got.getfield('b')]).toEqual([2, 1]);
    f.free();
  });
  test('what only looks like one is refused', () => {
    const loose = ii as (value: unknown) => unknown;
    const lookalike = Object.create(UF.allocate() as object, { type: { value: II } });
    for (const one of [UF.allocate(), { v0: 1, v1: 2, memory: null, type: II }, {}, null, 5])
      expect(() => loose(one)).toThrow('ii() argument 1 must be ii');
    expect(() => loose(lookalike)).not.toThrow(SyntaxError);
  });
});

describe('with an address', () => {
  const change = lib.getfunc('change', [void_p], types.void);
  test('what C writes is read, and passed on', () => {
    const one = II.allocate({ a: 3, b: 4 });
    change(one);
    change(one);
    expect([one.getfield('a'), one.getfield('b')]).toEqual([300, 40_000]);
    const got = ii(one);
    expect([got.getfield('a'), got.getfield('b')]).toEqual([40_000, 299]);
  });
  test('of a result', () => {
    const got = ii(II.allocate({ a: 1, b: 2 }));
    change(got);
    expect([got.getfield('a'), got.getfield('b')]).toEqual([20, 0]);
    got.setfield('b', 5);
    expect(load(sint, got.getaddr() + 4)).toBe(5);
    expect(got.getaddr()).toBe(got.getaddr());
  });
  test('as a part of another structure', () => {
    const Outer = new Structure('outer', [new Field('n', sint), new Field('ii', II)]);
    const outer = Outer.allocate({ n: 1, ii: II.allocate({ a: 2, b: 3 }) });
    const inner = outer.getfield('ii');
    change(inner);
    expect([inner.getfield('a'), outer.getfield('ii').getfield('b')]).toEqual([20, 300]);
    expect(ii(inner).getfield('a')).toBe(300);
  });
});

describe('fields', () => {
  test('a value is converted as memory would', () => {
    const uf = UF.allocate({ f: 0.1 });
    expect([uf.getfield('u'), uf.getfield('f')]).toEqual([0, Math.fround(0.1)]);
    const lu = LU.allocate({ l: -7 });
    expect([lu.getfield('l'), lu.getfield('u')]).toEqual([-7n, 0n]);
    const dp = DP.allocate({ p: null });
    expect([dp.getfield('d'), dp.getfield('p')]).toEqual([0, 0]);
  });
  test('wrong values and names leave it as it was', () => {
    const one = II.allocate({ a: 1 });
    const loose = one as unknown as { setfield(name: string, value: unknown): void };
    expect(() => loose.setfield('a', 1.5)).toThrow('ii.a must be sint: an integer; got 1.5');
    expect(() => loose.setfield('a', 2 ** 31)).toThrow(RangeError);
    expect(() => loose.setfield('c', 1)).toThrow('ii has no field c');
    expect(() => II.allocate({ c: 1 } as never)).toThrow('ii has no field c');
    expect([one.getfield('a'), one.getfield('b')]).toEqual([1, 0]);
  });
});
