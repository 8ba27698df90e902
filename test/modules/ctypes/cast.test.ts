// `cast` (test_cast).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';

const { ARRAY, c_int, c_ubyte, c_uint, c_void_p, cast, POINTER, pointer } = c;
class POINT extends c.Structure({ x: c_int, y: c_int }) {}

describe('cast', () => {
  test('an array to a pointer of another type', () => {
    const a = new (ARRAY(c_ubyte, 4))(1, 2, 3, 4);
    expect(cast(a, POINTER(c_uint)).get(0)).toBe(0x04030201);
    expect(cast(a, c_void_p).value).toBe(c.addressof(a));
  });
  test('addresses, strings, null, byref', () => {
    expect(cast(null, POINTER(c_int)).isNull).toBe(true);
    expect(cast('text', c.c_char_p).value).toBe('text');
    expect(cast(c.byref(new c_int(5)), POINTER(c_int)).get(0)).toBe(5);
    const p = pointer(new c_int(6));
    expect(cast(cast(p, c_void_p), POINTER(c_int)).get(0)).toBe(6);
  });
  test.each([
    ['c_int', c_int],
    ['POINT', POINT],
    ['c_long', c.c_long],
  ] as const)('to %s is refused', (_, type) => {
    expect(() => cast(null, type as c.CType)).toThrow('cast()');
  });
  test.each([{}, 1.5, undefined])('of %s is refused', (wrong) =>
    expect(() => cast(wrong === undefined ? new c_int(1) : wrong, c_void_p)).toThrow(TypeError),
  );
});
