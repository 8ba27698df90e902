// Classes made from simple types (test_simplesubclasses).
import { expect, test } from 'vitest';
import * as ctypes from '../../../modules/ctypes/index.ts';

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
