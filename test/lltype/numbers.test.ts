// The conversion functions of 'mixmod', untranslated.
import { expect, test } from 'vitest';
import {
  CONVERSIONS,
  f32,
  i16,
  i32,
  i64,
  i8,
  isize,
  u16,
  u32,
  u64,
  u8,
  usize,
} from '../../runtime/numbers.ts';

const cases: readonly [string, unknown, unknown][] = [
  ['i8 wraps', i8(200), -56],
  ['i16 truncates towards zero', i16(-1.9), -1],
  ['i32 wraps far numbers', i32(2 ** 40 + 5), 5],
  ['i32 takes bigints of any size', i32(2n ** 80n - 1n), -1],
  ['u8 wraps negatives', u8(-1), 255],
  ['u16 wraps', u16(65537), 1],
  ['u32 is ToUint32', u32(-1), 4294967295],
  ['isize keeps safe integers', isize(-(2 ** 53 - 1)), -(2 ** 53 - 1)],
  ['isize wraps at 64 bits', isize(2 ** 63), -(2 ** 63)],
  ['isize has no negative zero', Object.is(isize(-0.5), 0), true],
  ['usize wraps negatives', usize(-1), 2 ** 64],
  ['i64 truncates', i64(-7.9), -7n],
  ['i64 wraps', i64(2n ** 63n), -(2n ** 63n)],
  ['u64 wraps negatives', u64(-1), 2n ** 64n - 1n],
  ['NaN gives 0', i32(NaN), 0],
  ['infinities give 0', i64(Infinity), 0n],
  ['booleans are 0 and 1', u8(true), 1],
  ['f32 rounds', f32(0.1), Math.fround(0.1)],
  // Through binary64 this would be rounded twice, to 2 ** 60.
  ['f32 rounds a bigint once', f32(2n ** 60n + 2n ** 36n + 1n), 2 ** 60 + 2 ** 37],
  ['f32 of a negative bigint', f32(-3n), -3],
];

test.each(cases)('%s', (_name, value, expected) => {
  expect(value).toBe(expected);
});

test('a value of each type converts to itself', () => {
  for (const [name, convert] of Object.entries(CONVERSIONS))
    if (name !== 'void' && name !== 'boolean')
      expect(convert(convert(100) ?? 0)).toBe(convert(100));
});
