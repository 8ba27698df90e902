// `c_longdouble` (test_numbers).
import { expect, test } from 'vitest';
import * as ctypes from '../../../modules/ctypes/index.ts';

test.each([0, -0, 1, -1.5, 0.1, 1e308, 5e-324, -2.2250738585072014e-308, Infinity, -Infinity, NaN])(
  'c_longdouble(%d)',
  (value) => expect(new ctypes.c_longdouble(value).value).toBe(value),
);

test('the bytes of a long double', () => {
  const one = new ctypes.c_longdouble(-2.5);
  expect(Buffer.from(ctypes.string_at(one, 10)).toString('hex')).toBe('00000000000000a000c0');
});
