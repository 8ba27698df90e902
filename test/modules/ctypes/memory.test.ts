// Arrays, pointers, casts, buffers, shared memory.
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';

const { ARRAY, c_char, c_int, c_short, c_ubyte, c_uint, c_void_p, cast, POINTER, pointer, sizeof } =
  c;
class POINT extends c.Structure({ x: c_int, y: c_int }) {}

describe('arrays', () => {
  test('items, length, size, iteration', () => {
    const a = new (ARRAY(c_int, 4))(1, 2, 3);
    a.set(3, 40);
    a.set(-4, 10);
    expect([[...a], a.length, sizeof(a), a.get(-1)]).toEqual([[10, 2, 3, 40], 4, 16, 40]);
  });
  test.each([4, -5, 1.5, NaN])('index %d is refused', (index) => {
    const a = new (ARRAY(c_int, 4))();
    expect(() => a.get(index)).toThrow(RangeError);
    expect(() => a.set(index, 1)).toThrow(RangeError);
  });
  test.each([
    [[], [0, 1, 2, 3, 4]],
    [[1], [1, 2, 3, 4]],
    [
      [1, 3],
      [1, 2],
    ],
    [[-2], [3, 4]],
    [
      [0, -1],
      [0, 1, 2, 3],
    ],
    [
      [0, 5, 2],
      [0, 2, 4],
    ],
    [
      [undefined, undefined, -1],
      [4, 3, 2, 1, 0],
    ],
    [
      [3, 0, -2],
      [3, 1],
    ],
    [[9], []],
    [[3, 1], []],
    [
      [-99, 2],
      [0, 1],
    ],
  ] as const)('slice(%j)', (range, items) => {
    expect(new (ARRAY(c_int, 5))(0, 1, 2, 3, 4).slice(...range)).toEqual(items);
  });
  test('too many items, wrong items, wrong lengths', () => {
    expect(() => new (ARRAY(c_int, 1))(1, 2)).toThrow('items');
    expect(() => new (ARRAY(c_int, 1))('a' as never)).toThrow('c_int');
    expect(() => ARRAY(c_int, -1)).toThrow('_length_');
    expect(() => ARRAY(5 as never, 1)).toThrow('type');
    expect(sizeof(ARRAY(c_int, 0))).toBe(0);
  });
  test('types are the same each time', () => expect(ARRAY(c_int, 3)).toBe(ARRAY(c_int, 3)));
  test('of structures, of arrays', () => {
    const a = new (ARRAY(POINT, 2))(new POINT(1, 2), [3, 4]);
    a.get(0).x = 9;
    expect([a.get(0).x, a.get(1).y]).toEqual([9, 4]);
    const m = new (ARRAY(ARRAY(c_int, 2), 2))([1, 2], [3, 4]);
    expect(m.get(1).slice()).toEqual([3, 4]);
  });
  test('of characters: value and raw', () => {
    const b = c.create_string_buffer('héy', 8);
    expect([b.value, b.length, b.raw[0], b.get(0)]).toEqual(['héy', 8, 104, 'h']);
    b.value = 'x';
    expect(b.value).toBe('x');
    b.raw = Uint8Array.of(65, 0, 66);
    expect(b.value).toBe('A');
    expect(() => (b.value = '123456789')).toThrow('too long');
    expect(() => (b.raw = new Uint8Array(9))).toThrow('at most');
    expect(() => new (ARRAY(c_int, 2))().value).toThrow('value');
  });
});

describe('buffers', () => {
  test.each([
    [3, 3],
    ['abc', 4],
    ['€', 4],
    [Uint8Array.of(1, 2), 3],
  ] as const)('create_string_buffer(%s) has %d bytes', (init, size) => {
    expect(sizeof(c.create_string_buffer(init))).toBe(size);
  });
  test('create_unicode_buffer', () => {
    const b = c.create_unicode_buffer('a€😀');
    expect([b.length, b.value, sizeof(b), b.get(2)]).toEqual([4, 'a€😀', 16, '😀']);
  });
  test('from_buffer shares memory; from_buffer_copy does not', () => {
    const data = new Int32Array([1, 2, 3]);
    const shared = ARRAY(c_int, 2).from_buffer(data, 4);
    const copied = ARRAY(c_int, 3).from_buffer_copy(data);
    data[1] = 20;
    shared.set(1, 30);
    expect([shared.slice(), [...data], copied.slice()]).toEqual([
      [20, 30],
      [1, 20, 30],
      [1, 2, 3],
    ]);
  });
  test.each([
    [13, 0],
    [16, 5],
    [3, 0],
    [16, -1],
  ])('from_buffer of %d bytes at %d is refused', (size, offset) => {
    expect(() => ARRAY(c_int, 4).from_buffer(new ArrayBuffer(size), offset)).toThrow(RangeError);
  });
  test('from_address is the same memory', () => {
    const p = new POINT(1, 2);
    const q = POINT.from_address(c.addressof(p));
    q.x = 7;
    expect([p.x, q.y]).toEqual([7, 2]);
    for (const wrong of [0, -1, 1.5]) expect(() => c_int.from_address(wrong)).toThrow('address');
  });
  test.each([
    ['c_char', c_char, 'a'],
    ['c_int', c_int, -5],
    ['c_long', c.c_long, -5n],
    ['c_double', c.c_double, 1.5],
    ['c_bool', c.c_bool, true],
    ['c_longdouble', c.c_longdouble, 0.1],
    ['c_char_p', c.c_char_p, 'text'],
    ['c_wchar', c.c_wchar, '€'],
  ] as const)('%s at an address', (_, type, value) => {
    const one = new (type as c.SimpleType)(value);
    const other = type.from_address(c.addressof(one));
    expect(other.value).toBe(value);
    other.value = value as never;
    expect(one.value).toBe(value);
  });
  test('resize', () => {
    const one = new c_int(5);
    c.resize(one, 64);
    expect(one.value).toBe(5);
    expect(() => c.resize(one, 2)).toThrow('minimum');
  });
});

describe('pointers', () => {
  test('contents, items, null', () => {
    const i = new c_int(42);
    const p = pointer(i);
    (p.contents as c.Simple<number, number>).value = 43;
    expect(i.value).toBe(43);
    expect(p.get(0)).toBe(43);
    p.set(0, 44);
    expect(i.value).toBe(44);
    const none = new (POINTER(c_int))();
    expect(none.isNull).toBe(true);
    expect(() => none.contents).toThrow('NULL');
    expect(() => none.get(0)).toThrow('NULL');
    expect(() => none.set(0, 1)).toThrow('NULL');
  });
  test('types are the same each time; others are refused', () => {
    expect(POINTER(c_int)).toBe(POINTER(c_int));
    expect(() => new (POINTER(c_int))(new c_short(1) as never)).toThrow('c_int');
    const S = c.Structure({ p: POINTER(c_int) });
    expect(() => new S({ p: new c_short(1) })).toThrow('LP_c_int');
  });
  test('keep what they point to', () => {
    const S = c.Structure({ p: POINTER(c_int) });
    const s = new S();
    s.p = new (ARRAY(c_int, 3))(1, 2, 3) as never;
    expect(s.p.slice(0, 3)).toEqual([1, 2, 3]);
    s.p = null as never;
    expect(s.p.isNull).toBe(true);
  });
  test('to pointers', () => {
    const p = pointer(new c_int(5));
    const pp = pointer(p);
    expect((pp.contents.contents as c.Simple).value).toBe(5);
  });
});

describe('cast', () => {
  test('an array to a pointer of another type', () => {
    const a = new (ARRAY(c_ubyte, 4))(1, 2, 3, 4);
    expect(cast(a, POINTER(c_uint)).get(0)).toBe(0x04030201);
    expect(cast(a, c_void_p).value).toBe(c.addressof(a));
  });
  test('addresses, strings, null, byref', () => {
    expect(cast(null, POINTER(c_int)).isNull).toBe(true);
    expect(cast('text', c.c_char_p).value).toBe('text');
    expect(cast(c.byref(new c_int(5)), POINTER(c_int)).get(0)).toBe(5);
    const p = pointer(new c_int(6));
    expect(cast(cast(p, c_void_p), POINTER(c_int)).get(0)).toBe(6);
  });
  test.each([
    ['c_int', c_int],
    ['POINT', POINT],
    ['c_long', c.c_long],
  ] as const)('to %s is refused', (_, type) => {
    expect(() => cast(null, type as c.CType)).toThrow('cast()');
  });
  test.each([{}, 1.5, undefined])('of %s is refused', (wrong) =>
    expect(() => cast(wrong === undefined ? new c_int(1) : wrong, c_void_p)).toThrow(TypeError),
  );
});

describe('memory functions', () => {
  test('memmove, overlapping too', () => {
    const b = c.create_string_buffer('abcdef');
    c.memmove(c.byref(b, 2), b, 4);
    expect(b.value).toBe('ababcd');
    c.memmove(b, 'xyz', 3);
    expect(b.value).toBe('xyzbcd');
  });
  test('memset, string_at, wstring_at', () => {
    const b = c.create_string_buffer(5);
    c.memset(b, 65, 4);
    expect([c.string_at(b), c.string_at(b, 2), c.string_at(c.addressof(b))]).toEqual([
      'AAAA',
      Uint8Array.of(65, 65),
      'AAAA',
    ]);
    expect(c.wstring_at(c.create_unicode_buffer('a€b'))).toBe('a€b');
    expect(c.wstring_at(c.create_unicode_buffer('a€b'), 2)).toBe('a€');
  });
  test('NULL and wrong counts', () => {
    expect(() => c.string_at(null)).toThrow('NULL');
    expect(() => c.wstring_at(null)).toThrow('NULL');
    expect(() => c.memset(null, 0, 1)).toThrow('NULL');
    expect(() => c.memmove(null, 'a', 1)).toThrow('NULL');
    expect(() => c.memmove(c.create_string_buffer(1), 'a', -1)).toThrow('count');
    expect(() => c.memmove(c.create_string_buffer(9), 'a', 9)).toThrow('bytes');
  });
  test.each([5, null, {}, c_int])('addressof(%s) is refused', (wrong) => {
    expect(() => c.addressof(wrong as never)).toThrow('addressof');
    expect(() => c.byref(wrong as never)).toThrow('byref');
    expect(() => pointer(wrong as never)).toThrow('pointer');
  });
});
