// Characters and strings (test_strings, test_unicode, test_bytes).
import { describe, expect, test } from 'vitest';
import * as ctypes from '../../../modules/ctypes/index.ts';

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
