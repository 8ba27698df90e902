// `memmove`, `memset`, `string_at` and the like (test_memfunctions).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';

const { c_int, pointer } = c;

describe('memory functions', () => {
  test('memmove, overlapping too', () => {
    const b = c.create_string_buffer('abcdef');
    c.memmove(c.byref(b, 2), b, 4);
    expect(b.value).toBe('ababcd');
    c.memmove(b, 'xyz', 3);
    expect(b.value).toBe('xyzbcd');
  });
  test('memset, string_at, wstring_at', () => {
    const b = c.create_string_buffer(5);
    c.memset(b, 65, 4);
    expect([c.string_at(b), c.string_at(b, 2), c.string_at(c.addressof(b))]).toEqual([
      'AAAA',
      Uint8Array.of(65, 65),
      'AAAA',
    ]);
    expect(c.wstring_at(c.create_unicode_buffer('a€b'))).toBe('a€b');
    expect(c.wstring_at(c.create_unicode_buffer('a€b'), 2)).toBe('a€');
  });
  test('NULL and wrong counts', () => {
    expect(() => c.string_at(null)).toThrow('NULL');
    expect(() => c.wstring_at(null)).toThrow('NULL');
    expect(() => c.memset(null, 0, 1)).toThrow('NULL');
    expect(() => c.memmove(null, 'a', 1)).toThrow('NULL');
    expect(() => c.memmove(c.create_string_buffer(1), 'a', -1)).toThrow('count');
    expect(() => c.memmove(c.create_string_buffer(9), 'a', 9)).toThrow('bytes');
  });
  test.each([5, null, {}, c_int])('addressof(%s) is refused', (wrong) => {
    expect(() => c.addressof(wrong as never)).toThrow('addressof');
    expect(() => c.byref(wrong as never)).toThrow('byref');
    expect(() => pointer(wrong as never)).toThrow('pointer');
  });
});
