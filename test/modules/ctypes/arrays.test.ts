// Arrays and their slices (test_arrays, test_slicing).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';

const { ARRAY, c_int, sizeof } = c;
type Loose = Record<string | number, unknown>;
class POINT extends c.Structure({ x: c_int, y: c_int }) {}

describe('arrays', () => {
  test('items, length, size, iteration', () => {
    const a = new (ARRAY(c_int, 4))(1, 2, 3);
    a.set(3, 40);
    a.set(-4, 10);
    expect([[...a], a.length, sizeof(a), a.get(-1)]).toEqual([[10, 2, 3, 40], 4, 16, 40]);
  });
  test('items by index', () => {
    const a = new (ARRAY(c_int, 4))(1, 2, 3, 4);
    const { items } = a;
    items[1] = 20;
    items[-1] = 40;
    items[0] = (items[0] ?? 0) + 9;
    expect([...items]).toEqual([10, 20, 3, 40]);
    expect([items[1], items[-4], items.length, a.get(3)]).toEqual([20, 10, 4, 40]);
    expect(a.items).toBe(items);
    expect([3, 4, -4, -5, 'x', 1.5].map((key) => key in items)).toEqual([
      true,
      false,
      true,
      false,
      false,
      true,
    ]);
    const points = new (ARRAY(POINT, 2))([1, 2]);
    (points.items[1] as POINT).y = 7;
    points.items[0] = new POINT(5, 6) as never;
    expect([points.get(0).x, points.get(1).y]).toEqual([5, 7]);
  });
  test.each([
    ['an index that is too large', (items: Loose) => items[4], /c_int_Array_4: invalid index 4/],
    ['one that is too small', (items: Loose) => (items[-5] = 1), /invalid index -5/],
    ['one that is no integer', (items: Loose) => items['1.5'], /invalid index 1\.5/],
    ['a name, assigned', (items: Loose) => (items['x'] = 1), /an index is an integer, got "x"/],
    ['the length, assigned', (items: Loose) => (items['length'] = 1), /an index is an integer/],
    ['a wrong value', (items: Loose) => (items[0] = 'x'), /c_int: an integer expected/],
    ['an item that is deleted', (items: Loose) => delete items[0], /an index is an integer/],
    [
      'what is defined',
      (items: Loose) => Object.defineProperty(items, 0, { value: 1 }),
      /not extensible/,
    ],
  ])('items: %s is refused', (_, act, message) => {
    const a = new (ARRAY(c_int, 4))(1, 2, 3, 4);
    expect(() => act(a.items as unknown as Loose)).toThrow(message);
    expect([...a]).toEqual([1, 2, 3, 4]);
    expect((a.items as unknown as Loose)['x']).toBe(undefined);
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
