// Simple types: values, what wraps and what is refused (test_numbers). The expected values are those of Python 3.11.
import { expect, test } from 'vitest';
import * as ctypes from '../../../modules/ctypes/index.ts';

const named = ctypes as unknown as Record<string, ctypes.SimpleType>;
const typeCalled = (name: string): ctypes.SimpleType => named[name] as ctypes.SimpleType;
const WRAPPED: readonly (readonly [string, number | bigint, number | bigint])[] = [
  ['c_byte', 200, -56],
  ['c_ubyte', -1, 255],
  ['c_short', 40000, -25536],
  ['c_ushort', 65537, 1],
  ['c_int', 2 ** 40 + 5, 5],
  ['c_int', 2 ** 31, -(2 ** 31)],
  ['c_int', 2n ** 70n + 7n, 7],
  ['c_uint', -1, 4294967295],
  ['c_long', 5, 5n],
  ['c_long', 2n ** 63n, -(2n ** 63n)],
  ['c_ulong', -1, 2n ** 64n - 1n],
  ['c_ulonglong', 2n ** 64n, 0n],
  ['c_size_t', 2 ** 53, 9007199254740992n],
  ['c_float', 0.1, 0.10000000149011612],
  ['c_double', 0.1, 0.1],
  ['c_double', 3n, 3],
];

test.each(WRAPPED)('%s(%s).value is %s', (name, given, value) => {
  expect(new (typeCalled(name))(given).value).toBe(value);
});

test.each(['c_byte', 'c_ushort', 'c_int', 'c_uint', 'c_long', 'c_ulong'])(
  '%s refuses other kinds',
  (name) => {
    const type = typeCalled(name);
    for (const wrong of ['5', 1.5, NaN, null, {}, Symbol.iterator]) {
      expect(() => new type(wrong)).toThrow(TypeError);
      expect(() => new type(wrong)).toThrow(name);
    }
    const one = new type(3);
    expect(() => (one.value = 'x')).toThrow(name);
    expect(Number(one.value)).toBe(3);
  },
);

test.each(['c_float', 'c_double', 'c_longdouble'])('%s refuses what is no number', (name) => {
  for (const wrong of ['1', null, {}]) expect(() => new (typeCalled(name))(wrong)).toThrow(name);
});

test.each([
  [1, true],
  [0, false],
  ['', false],
  ['a', true],
  [{}, true],
  [null, false],
])('c_bool(%j) is %s', (given, value) => {
  expect(new ctypes.c_bool(given).value).toBe(value);
});
