// Simple types: sizes, values, what wraps and what is refused. The expected values are those of Python 3.11.
import { describe, expect, test } from 'vitest';
import * as ctypes from '../../../modules/ctypes/index.ts';

const named = ctypes as unknown as Record<string, ctypes.SimpleType>;
const typeCalled = (name: string): ctypes.SimpleType => named[name] as ctypes.SimpleType;

const SIZES: readonly (readonly [string, number])[] = [
  ...(['c_bool', 'c_char', 'c_byte', 'c_ubyte', 'c_int8', 'c_uint8'] as const).map(
    (n) => [n, 1] as const,
  ),
  ...(['c_short', 'c_ushort', 'c_int16', 'c_uint16'] as const).map((n) => [n, 2] as const),
  ...(['c_int', 'c_uint', 'c_int32', 'c_uint32', 'c_float', 'c_wchar'] as const).map(
    (n) => [n, 4] as const,
  ),
  ...(['c_long', 'c_ulong', 'c_longlong', 'c_ulonglong', 'c_int64', 'c_uint64'] as const).map(
    (n) => [n, 8] as const,
  ),
  ...(['c_size_t', 'c_ssize_t', 'c_double', 'c_void_p', 'c_char_p', 'c_wchar_p'] as const).map(
    (n) => [n, 8] as const,
  ),
  ['c_longdouble', 16],
];

test.each(SIZES)('sizeof(%s) and its alignment are %d', (name, size) => {
  const type = typeCalled(name);
  expect([ctypes.sizeof(type), ctypes.alignment(type), ctypes.sizeof(new type())]).toEqual([
    size,
    size,
    size,
  ]);
});

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

test.each([0, -0, 1, -1.5, 0.1, 1e308, 5e-324, -2.2250738585072014e-308, Infinity, -Infinity, NaN])(
  'c_longdouble(%d)',
  (value) => expect(new ctypes.c_longdouble(value).value).toBe(value),
);

test('the bytes of a long double', () => {
  const one = new ctypes.c_longdouble(-2.5);
  expect(Buffer.from(ctypes.string_at(one, 10)).toString('hex')).toBe('00000000000000a000c0');
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

describe('characters', () => {
  test.each([
    ['a', 'a'],
    [65, 'A'],
    [Uint8Array.of(66), 'B'],
    ['ÿ', 'ÿ'],
  ] as const)('c_char(%s)', (given, value) => {
    expect(new ctypes.c_char(given).value).toBe(value);
  });
  test.each(['', 'ab', '€', 256, -1])('c_char refuses %j', (wrong) => {
    expect(() => new ctypes.c_char(wrong)).toThrow('c_char');
  });
  test.each(['a', '€', '😀'])('c_wchar(%s)', (given) =>
    expect(new ctypes.c_wchar(given).value).toBe(given),
  );
  test.each(['', 'ab', '😀a'])('c_wchar refuses %j', (wrong) => {
    expect(() => new ctypes.c_wchar(wrong)).toThrow('c_wchar');
  });
});

describe('strings', () => {
  test.each(['', 'abc', 'héllo €', '😀'])('c_char_p and c_wchar_p of %j', (text) => {
    expect(new ctypes.c_char_p(text).value).toBe(text);
    expect(new ctypes.c_wchar_p(text).value).toBe(text);
  });
  test('null, and what is refused', () => {
    expect(new ctypes.c_char_p().value).toBe(null);
    expect(new ctypes.c_wchar_p(null).value).toBe(null);
    expect(new ctypes.c_void_p().value).toBe(null);
    expect(new ctypes.c_void_p(0).value).toBe(null);
    expect(new ctypes.c_void_p(16).value).toBe(16);
    expect(() => new ctypes.c_char_p('a\0b')).toThrow('c_char_p');
    expect(() => new ctypes.c_void_p(1.5 as never)).toThrow('c_void_p');
  });
  test('the memory of a string lives as long as the pointer', () => {
    const all = Array.from({ length: 100 }, (_, index) => new ctypes.c_char_p(`text ${index}`));
    expect(all.map((one) => one.value)).toEqual(all.map((_, index) => `text ${index}`));
  });
});

test('classes made from simple types', () => {
  class Handle extends ctypes.c_int {}
  expect(ctypes.sizeof(Handle)).toBe(4);
  expect(new Handle(5).value).toBe(5);
  const P = ctypes.Structure({ h: Handle });
  const made = new P();
  expect(made.h).toBeInstanceOf(Handle);
  const h = made.h as unknown as Handle;
  h.value = 9;
  expect((made.h as unknown as Handle).value).toBe(9);
});

test('aliases are the same types, as on Linux', () => {
  expect(ctypes.c_int32).toBe(ctypes.c_int);
  expect(ctypes.c_longlong).toBe(ctypes.c_long);
  expect(ctypes.c_size_t).toBe(ctypes.c_ulong);
});
