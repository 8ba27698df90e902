// Unions (test_unions).
import { describe, expect, test } from 'vitest';
import {
  ARRAY,
  BigEndianUnion,
  c_ubyte,
  c_uint,
  c_ushort,
  fieldof,
  sizeof,
  string_at,
  Union,
  type CData,
} from '../../../modules/ctypes/index.ts';

const hex = (value: CData): string => Buffer.from(string_at(value, sizeof(value))).toString('hex');

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
