// Arrays and their slices (test_arrays, test_slicing).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';

const { ARRAY, c_int, sizeof } = c;
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
