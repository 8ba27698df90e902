// Arguments without declared types (test_parameters, test_as_parameter, test_varargs).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { declared, lib } from './c-functions.ts';

const { c_char_p, c_double, c_float, c_int, c_long } = c;

test('what is no address, as a pointer', () => {
  const same = lib.getitem('same');
  Object.assign(same, { argtypes: [c.c_void_p], restype: c.c_long });
  for (let round = 0; round < 3; round++) {
    expect(same(-1n)).toBe(-1n);
    expect(same(2n ** 64n - 2n)).toBe(-2n);
    expect(same(16n)).toBe(16n);
    expect(same(null)).toBe(0n);
  }
});

describe('without argtypes', () => {
  test.each([
    [[1, 2], 3],
    [[2 ** 32 - 1, 2], 1],
    [[new c_int(4), 5], 9],
    [[true, 1], 2],
    [[{ _as_parameter_: 7 }, 1], 8],
  ] as const)('add(%j)', (args, sum) => {
    expect(lib.getattr('add')(...args)).toBe(sum);
  });
  test.each([
    ['abc', 3],
    ['€', 3],
    [null, -1],
    [new c_char_p('abcd'), 4],
    [c.create_string_buffer('ab'), 2],
    [Buffer.from('xyz\0'), 3],
  ])('length(%s) is %d', (text, length) => {
    expect(lib.getattr('length')(text)).toBe(length);
  });
  test.each([1.5, 2 ** 40, {}, undefined, Symbol.iterator])(
    'add(%s, 1) is an ArgumentError that says where',
    (wrong) => {
      expect(() => lib.getattr('add')(wrong, 1)).toThrow(c.ArgumentError);
      expect(() => lib.getattr('add')(1, wrong)).toThrow('add() argument 2');
    },
  );
  test('bigints are 64 bits wide', () => {
    const f = lib.getitem('addl');
    f.restype = c_long;
    expect(f(2n ** 40n, 1n)).toBe(2n ** 40n + 1n);
  });
  test('promotions of variable arguments', () => {
    const f = declared('total', [c_int], c_double);
    expect(f(2, new c_float(1.5), new c_double(2))).toBe(3.5);
    expect(f(0)).toBe(0);
    expect(() => f()).toThrow('at least 1 argument');
  });
  test.each(['forwards', 'backwards'])('memory of any kind, again and again, %s', (order) => {
    const f = lib.getitem('sum');
    const pair = new (c.ARRAY(c_int, 2))(3, 4);
    const pointer = c.cast(pair, c.POINTER(c_int));
    const given: [memory: unknown, count: number, sum: number][] = [
      [Int32Array.of(1, 2, 3), 3, 6],
      [new Uint8Array(Int32Array.of(5, 6).buffer), 2, 11],
      [pair, 2, 7],
      [new (c.ARRAY(c_int, 3))(7, 8, 9), 3, 24],
      [pointer, 2, 7],
      [c.byref(pair), 1, 3],
      [Int32Array.of(9).buffer, 1, 9],
      [null, 0, 0],
    ];
    if (order === 'backwards') given.reverse();
    for (let round = 0; round < 3; round++)
      for (const [memory, count, sum] of given) expect(f(memory, count)).toBe(sum);
    // It points elsewhere from now on.
    pointer.contents = new c_int(20);
    expect(f(pointer, 1)).toBe(20);
    expect(() => f({}, 1)).toThrow('sum() argument 1');
  });
  test('a pointer that is NULL, after one that is not', () => {
    const f = lib.getitem('sum');
    const IntPointer = c.POINTER(c_int);
    const pair = new (c.ARRAY(c_int, 2))(3, 4);
    for (let round = 0; round < 3; round++) expect(f(c.cast(pair, IntPointer), 2)).toBe(7);
    expect(f(new IntPointer(), 0)).toBe(0);
  });
});
