// Sizes and alignments of the simple types (test_sizes).
import { expect, test } from 'vitest';
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

test('aliases are the same types, as on Linux', () => {
  expect(ctypes.c_int32).toBe(ctypes.c_int);
  expect(ctypes.c_longlong).toBe(ctypes.c_long);
  expect(ctypes.c_size_t).toBe(ctypes.c_ulong);
});
