// Structures, unions, bit-fields, anonymous members, byte orders.
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  ARRAY,
  BigEndianStructure,
  BigEndianUnion,
  c_byte,
  c_char,
  c_char_p,
  c_double,
  c_int,
  c_long,
  c_short,
  c_ubyte,
  c_uint,
  c_ushort,
  c_void_p,
  fieldof,
  type FieldSpec,
  pointer,
  POINTER,
  sizeof,
  alignment,
  string_at,
  Structure,
  Union,
  type CData,
} from '../../../modules/ctypes/index.ts';

class POINT extends Structure({ x: c_int, y: c_int }) {}
class RECT extends Structure({ a: POINT, b: POINT }) {}
const hex = (value: CData): string => Buffer.from(string_at(value, sizeof(value))).toString('hex');

describe('structures', () => {
  test('fields, and their types', () => {
    const p = new POINT(1, 2);
    expectTypeOf(p.x).toEqualTypeOf<number>();
    p.x += 10;
    expect([p.x, p.y, sizeof(p), alignment(POINT)]).toEqual([11, 2, 8, 4]);
  });
  test('initializers by place and by name', () => {
    expect(new POINT({ y: 5 }).y).toBe(5);
    expect(new POINT(3, { y: 4 }).x).toBe(3);
    expect(() => new POINT(1, 2, 3)).toThrow('too many initializers');
    expect(() => new POINT({ z: 1 } as never)).toThrow('z');
    expect(() => new POINT(1, { x: 1 })).toThrow('duplicate');
    expect(() => new POINT('a')).toThrow('c_int');
  });
  test('_fields_ as a static property, and set late', () => {
    class Static extends Structure {
      static override _fields_: readonly FieldSpec[] = [
        ['a', c_byte],
        ['b', c_int],
      ];
    }
    expect([sizeof(Static), fieldof(Static, 'b').offset]).toEqual([8, 4]);
    class Late extends Structure {}
    Late._fields_ = [
      ['next', POINTER(Late)],
      ['v', c_int],
    ];
    const [one, two] = [new Late(), new Late() as CData & { next: unknown; v: number }];
    two.next = pointer(one);
    expect(sizeof(Late)).toBe(16);
    expect(() => (Late._fields_ = [])).toThrow('final');
  });
  test('nested: a view, not a copy; assignment copies', () => {
    const r = new RECT([1, 2], { x: 3, y: 4 });
    const { b } = r;
    b.x = 30;
    expect(r.b.x).toBe(30);
    r.a = b;
    b.x = 31;
    expect([r.a.x, r.a.y, r.b.x]).toEqual([30, 4, 31]);
    expect(() => (r.a = 5 as never)).toThrow('POINT');
  });
  test('subclasses have the fields of their base first', () => {
    class Base extends Structure {
      static override _fields_: readonly FieldSpec[] = [['a', c_int]];
    }
    class Derived extends Base {
      static override _fields_: readonly FieldSpec[] = [['b', c_short]];
    }
    const d = new Derived(1, 2) as unknown as { a: number; b: number };
    expect([sizeof(Derived), d.a, d.b]).toEqual([8, 1, 2]);
  });
  test('methods of the class', () => {
    class V extends Structure({ x: c_double, y: c_double }) {
      get norm(): number {
        return Math.hypot(this.x, this.y);
      }
    }
    expect(new V(3, 4).norm).toBe(5);
  });
  test.each([
    [1, 13],
    [2, 14],
    [4, 16],
    [8, 24],
  ])('_pack_ = %d', (pack, size) => {
    expect(sizeof(Structure({ a: c_byte, b: c_double, c: c_int }, { _pack_: pack }))).toBe(size);
  });
  test('_align_', () => expect(sizeof(Structure({ a: c_int }, { _align_: 32 }))).toBe(32));
  test.each([3, -1, 1.5])('_pack_ = %d is refused', (pack) => {
    expect(() => sizeof(Structure({ a: c_int }, { _pack_: pack }))).toThrow('_pack_');
  });
  test('empty', () => expect(sizeof(Structure({}))).toBe(0));
  test.each([[[['x']]], [[['x', 5]]], [[[1, c_int]]], [['x']]])(
    'fields %j are refused',
    (fields) => {
      expect(() => sizeof(Structure(fields as never))).toThrow('_fields_');
    },
  );
  test.each(['_view', 'constructor', 'getaddr'])('a field cannot be called %s', (name) => {
    expect(() => sizeof(Structure([[name, c_int]]))).toThrow(name);
  });
  test('Structure itself is abstract', () => {
    expect(() => new Structure()).toThrow('abstract');
    expect(() => sizeof(Structure)).toThrow('abstract');
  });
  test('strings: arrays of char are values, pointers keep their memory', () => {
    const S = Structure({ name: ARRAY(c_char, 8), text: c_char_p, any: c_void_p });
    const s = new S({ name: 'abc', text: 'hello' });
    expect([s.name, s.text, s.any]).toEqual(['abc', 'hello', null]);
    expect(() => (s.name = 'far too long' as never)).toThrow('too long');
  });
});

describe('unions', () => {
  const U = Union({ i: c_uint, b: ARRAY(c_ubyte, 4), s: c_ushort });
  test('share memory', () => {
    const u = new U({ i: 0x01020304 });
    expect([u.b.slice(), u.s, sizeof(u)]).toEqual([[4, 3, 2, 1], 0x0304, 4]);
  });
  test.each(['i', 'b', 's'] as const)('%s is at 0', (name) =>
    expect(fieldof(U, name).offset).toBe(0),
  );
  test('big-endian', () => {
    const made = new (BigEndianUnion({ i: c_uint, s: c_ushort }))({ i: 0x01020304 });
    expect([hex(made), made.s]).toEqual(['01020304', 0x0102]);
  });
});

describe('bit-fields', () => {
  const TYPES = { c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint } as const;
  const cases = Object.entries(TYPES).flatMap(([name, type]) =>
    Array.from({ length: 8 }, (_, index) => [name, index + 1, type] as const),
  );
  test.each(cases)('%s: %d bits', (name, bits, type) => {
    const B = Structure([
      ['before', type, 8 * sizeof(type) - bits || 1],
      ['b', type, bits],
    ]);
    const b = new B() as CData & { b: number; before: number };
    const signed = !name.startsWith('c_u');
    for (let value = 0; value < 2 ** bits; value++) {
      b.b = value;
      expect(b.b).toBe(signed && value >= 2 ** (bits - 1) ? value - 2 ** bits : value);
    }
    expect(b.before).toBe(0);
  });
  test.each([0, -1, 33, 1.5])('%d bits of c_int are refused', (bits) => {
    expect(() => sizeof(Structure([['a', c_int, bits]]))).toThrow('bits');
  });
  test.each([
    ['c_double', c_double],
    ['c_char_p', c_char_p],
    ['POINT', POINT],
  ] as const)('of %s are refused', (_, type) => {
    expect(() => sizeof(Structure([['a', type, 3]]))).toThrow('bit-fields');
  });
  test('of 64 bits are bigints', () => {
    const b = new (Structure([
      ['a', c_long, 40],
      ['b', c_long, 24],
    ]))() as CData & { a: bigint; b: bigint };
    [b.a, b.b] = [-5n, 7n];
    expect([b.a, b.b, sizeof(b)]).toEqual([-5n, 7n, 8]);
  });
  test('types of different sizes share storage as gcc does it', () => {
    const b = new (Structure([
      ['a', c_int, 3],
      ['b', c_short, 5],
      ['c', c_byte, 6],
    ]))() as CData & Record<'a' | 'b' | 'c', number>;
    [b.a, b.b, b.c] = [-1, -7, 13];
    expect([b.a, b.b, b.c]).toEqual([-1, -7, 13]);
  });
});

describe('anonymous members', () => {
  const Inner = Union({ i: c_int, u: c_uint });
  const Outer = Structure({ kind: c_int, value: Inner }, { _anonymous_: ['value'] });
  test('their fields are the structure’s own', () => {
    const o = new Outer() as unknown as CData & { i: number; u: number; value: { i: number } };
    o.i = -1;
    expect([o.u, o.value.i]).toEqual([4294967295, -1]);
  });
  test('initializers by name reach them', () => {
    expect((new Outer({ i: 3 } as never) as unknown as { u: number }).u).toBe(3);
  });
  test('what is no field, or no structure', () => {
    expect(() => sizeof(Structure({ a: c_int }, { _anonymous_: ['b'] }))).toThrow('_anonymous_');
    expect(() => sizeof(Structure({ a: c_int }, { _anonymous_: ['a'] }))).toThrow('anonymous');
  });
});

describe('the other byte order', () => {
  const B = BigEndianStructure({
    s: c_short,
    i: c_int,
    l: c_long,
    d: c_double,
    a: ARRAY(c_ushort, 2),
  });
  test('bytes and values', () => {
    const b = new B({ s: 0x0102, i: -2, l: 5n, d: 1, a: [1, 2] });
    expect(hex(b)).toBe('01020000fffffffe00000000000000053ff00000000000000001000200000000');
    expect([b.s, b.i, b.l, b.d, b.a.slice()]).toEqual([0x0102, -2, 5n, 1, [1, 2]]);
  });
  test.each([
    ['c_void_p', c_void_p],
    ['c_char_p', c_char_p],
    ['a pointer', POINTER(c_int)],
  ] as const)('refuses %s', (_, type) => {
    expect(() => sizeof(BigEndianStructure([['a', type]]))).toThrow('byte order');
  });
});
