// Buffers, and memory that is shared (test_buffers, test_frombuffer).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';

const { ARRAY, c_char, c_int, sizeof } = c;
class POINT extends c.Structure({ x: c_int, y: c_int }) {}

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

describe('memoryview', () => {
  test.each([
    ['c_byte', Int8Array, [-1, 2]],
    ['c_ubyte', Uint8Array, [1, 255]],
    ['c_short', Int16Array, [-1, 2]],
    ['c_ushort', Uint16Array, [1, 65535]],
    ['c_int', Int32Array, [-1, 2]],
    ['c_uint', Uint32Array, [1, 2 ** 32 - 1]],
    ['c_long', BigInt64Array, [-1n, 2n]],
    ['c_ulong', BigUint64Array, [1n, 2n]],
    ['c_float', Float32Array, [0.5, 1]],
    ['c_double', Float64Array, [0.1, -0]],
  ] as const)('of an array of %s shares its memory', (name, View, items) => {
    const type = (c as unknown as Record<string, c.SimpleType>)[name] as c.SimpleType;
    const array = new (ARRAY(type, 2))(...items);
    const view = c.memoryview(array);
    expect(view).toBeInstanceOf(View);
    expect([...view]).toEqual([...items]);
    view.reverse();
    expect([...array]).toEqual(items.toReversed());
    array.set(0, items[0]);
    expect(view[0]).toEqual(items[0]);
  });
  test('of a structure: its bytes, which stay', () => {
    class S extends c.Structure({ a: c.c_short, b: c.c_ubyte }) {}
    const bytes = c.memoryview(new S(0x0102, 3));
    expect([...bytes]).toEqual([2, 1, 3, 0]);
    const inner = new (ARRAY(S, 2))([1, 2], [3, 4]);
    expect([...c.memoryview(inner.get(1))]).toEqual([3, 0, 4, 0]);
    expect([...c.memoryview(ARRAY(c.c_int, 1).from_buffer(Uint8Array.of(1, 0, 0, 0)))]).toEqual([
      1,
    ]);
  });
  test('what has none', () => {
    const at = c_int.from_address(c.addressof(new c_int(1)));
    expect(() => c.memoryview(at)).toThrow('memoryview(): c_int lies in memory of C');
    const odd = ARRAY(c_int, 1).from_buffer(new Uint8Array(8), 1);
    expect(() => c.memoryview(odd)).toThrow('memoryview(): c_int_Array_1 lies at 1');
    expect(() => c.memoryview(5 as never)).toThrow('memoryview() takes');
  });
});
