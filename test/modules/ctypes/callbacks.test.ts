// Callbacks and function pointers (test_callbacks, test_funcptr).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { declared, lib, P, PATH } from './c-functions.ts';

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
    expect(() => apply(OP((() => 'x') as never), 1, 2)).toThrow('c_int');
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
    expect(() => OP(wrong as never)).toThrow(TypeError),
  );
  test('null is refused when called, and where a function is expected', () => {
    expect(() => OP()(1, 2)).toThrow('NULL');
    expect(() => apply(5, 1, 2)).toThrow(c.ArgumentError);
    const same = declared('same', [OP], c.c_void_p);
    expect([same(null), same(OP())]).toEqual([null, null]);
  });
  test('a function pointer that is changed in its memory', () => {
    const add = declared('add', [c_int, c_int], c_int);
    const other = declared('addl', [c_int, c_int], c_int);
    for (let round = 0; round < 3; round++) expect(add(1, 2)).toBe(3);
    const product = OP((a, b) => a * b);
    for (const target of [product, other, product]) {
      c.memmove(c.byref(add), c.byref(target), 8);
      for (let round = 0; round < 3; round++) expect(add(3, 4)).toBe(target === other ? 7 : 12);
    }
    c.memoryview(other).set(c.memoryview(product));
    expect(other(5, 6)).toBe(30);
  });
  test('texts that a callback gives', () => {
    const F = CFUNCTYPE(c.c_char_p, c_int);
    const lengthOf = declared('length_of', [F, c_int], c_int);
    expect(
      lengthOf(
        F((n) => 'é'.repeat(Number(n))),
        5,
      ),
    ).toBe(10);
    expect(
      lengthOf(
        F(() => null),
        5,
      ),
    ).toBe(-1);
    const kept = c.create_string_buffer('kept');
    expect(
      lengthOf(
        F(() => kept),
        5,
      ),
    ).toBe(4);
    expect(() =>
      lengthOf(
        F(() => 'a\0b'),
        5,
      ),
    ).toThrow('c_char_p');
    const W = CFUNCTYPE(c.c_wchar_p);
    expect(declared('wide_of', [W], c_int)(W(() => 'a€'))).toBe(0x20ac);
  });
  test('on another thread, while the call waits for it', () => {
    const F = CFUNCTYPE(c_int, c_int);
    const own = new c.CDLL(PATH, { releasegil: true });
    const onThread = own.getitem('on_thread');
    onThread.argtypes = [F, c_int];
    expect(
      onThread(
        F((x) => Number(x) * 3),
        14,
      ),
    ).toBe(42);
    expect(() =>
      onThread(
        F(() => {
          throw new Error('inside');
        }),
        1,
      ),
    ).toThrow('inside');
  });
});
