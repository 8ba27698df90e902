// Anonymous members (test_anon).
import { describe, expect, test } from 'vitest';
import {
  c_int,
  c_uint,
  sizeof,
  Structure,
  Union,
  type CData,
} from '../../../modules/ctypes/index.ts';

describe('anonymous members', () => {
  const Inner = Union({ i: c_int, u: c_uint });
  const Outer = Structure({ kind: c_int, value: Inner }, { _anonymous_: ['value'] });
  test('their fields are the structure’s own', () => {
    const o = new Outer() as unknown as CData & { i: number; u: number; value: { i: number } };
    o.i = -1;
    expect([o.u, o.value.i]).toEqual([4294967295, -1]);
  });
  test('initializers by name reach them', () => {
    expect((new Outer({ i: 3 } as never) as unknown as { u: number }).u).toBe(3);
  });
  test('what is no field, or no structure', () => {
    expect(() => sizeof(Structure({ a: c_int }, { _anonymous_: ['b'] }))).toThrow('_anonymous_');
    expect(() => sizeof(Structure({ a: c_int }, { _anonymous_: ['a'] }))).toThrow('anonymous');
  });
});
