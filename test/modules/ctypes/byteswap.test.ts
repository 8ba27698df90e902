// Structures and unions of the other byte order (test_byteswap).
import { describe, expect, test } from 'vitest';
import {
  ARRAY,
  BigEndianStructure,
  c_char_p,
  c_double,
  c_int,
  c_long,
  c_short,
  c_ushort,
  c_void_p,
  POINTER,
  sizeof,
  string_at,
  type CData,
} from '../../../modules/ctypes/index.ts';

const hex = (value: CData): string => Buffer.from(string_at(value, sizeof(value))).toString('hex');

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
