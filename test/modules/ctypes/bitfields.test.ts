// Bit-fields (test_bitfields).
import { describe, expect, test } from 'vitest';
import {
  c_byte,
  c_char_p,
  c_double,
  c_int,
  c_long,
  c_short,
  c_ubyte,
  c_uint,
  c_ushort,
  sizeof,
  Structure,
  type CData,
} from '../../../modules/ctypes/index.ts';

class POINT extends Structure({ x: c_int, y: c_int }) {}

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
