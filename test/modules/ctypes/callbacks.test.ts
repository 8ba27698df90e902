// Callbacks and function pointers (test_callbacks, test_funcptr).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { declared, lib, P } from './c-functions.ts';

const { c_double, c_int, CFUNCTYPE, POINTER } = c;

describe('callbacks', () => {
  const OP = CFUNCTYPE(c_int, c_int, c_int);
  const apply = declared('apply', [OP, c_int, c_int], c_int);
  test('a JavaScript function is called', () => {
    expect(
      apply(
        OP((a: unknown, b: unknown) => Number(a) * Number(b)),
        6,
        7,
      ),
    ).toBe(42);
    expect(apply(new OP(() => 2 ** 40 + 1), 1, 2)).toBe(1);
    expect(CFUNCTYPE(c_int, c_int, c_int)).toBe(OP);
  });
  test('what it throws is thrown by the call', () => {
    expect(() =>
      apply(
        OP(() => {
          throw new Error('inside');
        }),
        1,
        2,
      ),
    ).toThrow('inside');
    expect(() =>
      apply(
        OP(() => 'x'),
        1,
        2,
      ),
    ).toThrow('c_int');
  });
  test('free: a call is an error then', () => {
    const f = OP(() => 1);
    expect(f(1, 2)).toBe(1);
    f.free();
    expect(() => apply(f, 1, 2)).toThrow('freed');
    expect(() => f.free()).toThrow('freed');
    expect(() => lib.getitem('add').free()).toThrow('no callback');
  });
  test('pointers and structures in and out', () => {
    const F = CFUNCTYPE(P, POINTER(P), c_double);
    const f = declared('apply_p', [F, POINTER(P)], P);
    const r = f(
      F((p: unknown, d: unknown) => {
        const at = p as c.Pointer<InstanceType<typeof P>>;
        at.contents.x += Number(d) * 2;
        return new P(at.contents.x, 1);
      }),
      new P(4, 0),
    ) as InstanceType<typeof P>;
    expect([r.x, r.y]).toEqual([7, 1]);
  });
  test('in a structure, which keeps it', () => {
    const T = c.Structure({ op: OP, a: c_int });
    const t = new T(
      OP((a: unknown, b: unknown) => Number(a) - Number(b)),
      10,
    );
    expect(declared('run', [POINTER(T)], c_int)(t)).toBe(9);
    expect(t.op(5, 2)).toBe(3);
    t.op = null as never;
    expect(() => t.op(1, 2)).toThrow('NULL');
  });
  test('a pointer that C gives can be called', () => {
    const get = declared('get_add', [], OP);
    expect((get() as c.CFunction)(3, 4)).toBe(7);
  });
  test.each(['x', {}, Symbol.iterator, -1, 1.5])('CFUNCTYPE(…)(%s) is refused', (wrong) =>
    expect(() => OP(wrong)).toThrow(TypeError),
  );
  test('null is refused when called, and where a function is expected', () => {
    expect(() => OP()(1, 2)).toThrow('NULL');
    expect(() => apply(5, 1, 2)).toThrow(c.ArgumentError);
  });
});
