// What `tsc` knows: fields, items, calls and callbacks are checked by the types that were declared.
import { expect, expectTypeOf, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { lib } from './c-functions.ts';

class P extends c.Structure({ x: c.c_int, d: c.c_double, next: c.c_void_p }) {}

test('fields and items', () => {
  const p = new P({ x: 1 });
  expectTypeOf(p.x).toEqualTypeOf<number>();
  expectTypeOf(p.next).toEqualTypeOf<number | null>();
  const a = new (c.ARRAY(c.c_long, 2))(1, 2n);
  expectTypeOf(a.get(0)).toEqualTypeOf<bigint>();
  const b = c.pointer(p);
  expectTypeOf(b.contents.d).toEqualTypeOf<number>();
  // @ts-expect-error There is no such field.
  expect(p.y).toBe(undefined);
  // @ts-expect-error A text is no number.
  expect(() => new P({ x: 'a' })).toThrow('c_int');
});

test('functions and callbacks', () => {
  const add = c.CFUNCTYPE(c.c_int, c.c_int, c.c_int)(['add', lib]);
  expectTypeOf(add(1, 2)).toEqualTypeOf<number>();
  // @ts-expect-error A text is no number.
  expect(() => add('1', 2)).toThrow('argument 1');
  // @ts-expect-error One argument is missing.
  expect(() => add(1)).toThrow('at least 2');
  const OP = c.CFUNCTYPE(c.c_char_p, c.POINTER(P), c.c_bool);
  OP((p, is) => {
    expectTypeOf(p.contents.x).toEqualTypeOf<number>();
    expectTypeOf(is).toEqualTypeOf<boolean>();
    return null;
  });
  // @ts-expect-error It gives a text or a pointer.
  expect(OP(() => true)).toBeDefined();
  expectTypeOf(c.CFUNCTYPE(null)(['add', lib])).returns.toEqualTypeOf<undefined>();
});
