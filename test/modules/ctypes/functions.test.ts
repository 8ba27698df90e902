// Functions with declared types (test_functions, test_cfuncs, test_checkretval).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { declared, lib } from './c-functions.ts';

const { byref, c_char_p, c_double, c_float, c_int, c_long, c_ubyte, c_void_p, POINTER, pointer } =
  c;

describe('with argtypes', () => {
  test.each([
    ['add', [c_int, c_int], c_int, [2 ** 31, 0], -(2 ** 31)],
    ['addl', [c_long, c_long], c_long, [1, 2n], 3n],
    ['half', [c_double], c_double, [3], 1.5],
    ['halff', [c_float], c_float, [3], 1.5],
    ['negate', [c.c_bool], c.c_bool, ['x'], false],
    ['next', [c.c_char], c.c_char, ['a'], 'b'],
    ['length', [c_char_p], c_int, ['héy'], 4],
    ['name', [c_int], c_char_p, [1], 'name'],
    ['name', [c_int], c_char_p, [0], null],
    ['name', [c_int], c_void_p, [0], null],
    ['length', [c_void_p], c_int, ['abc'], 3],
  ] as const)('%s', (name, argtypes, restype, args, result) => {
    expect(declared(name, argtypes, restype)(...args)).toBe(result);
  });
  test.each([
    ['add', [1]],
    ['add', []],
    ['half', []],
  ] as const)('%s with too few arguments', (name, args) => {
    const f = declared(name, name === 'add' ? [c_int, c_int] : [c_double], c_int);
    expect(() => f(...args)).toThrow(`${name}() takes at least`);
  });
  test.each(['x', 1.5, null, undefined, {}, new c_double(1)])(
    'add(1, %s) names the function and the argument',
    (wrong) => {
      const f = declared('add', [c_int, c_int], c_int);
      expect(() => f(1, wrong)).toThrow(c.ArgumentError);
      expect(() => f(1, wrong)).toThrow(/add\(\) argument 2: .*c_int/);
    },
  );
  test('pointers: byref, pointer, arrays, the object itself, null', () => {
    const increment = declared('increment', [POINTER(c_int)], null);
    const i = new c_int(1);
    for (const way of [byref(i), pointer(i), i]) expect(increment(way)).toBe(undefined);
    expect(i.value).toBe(4);
    const sum = declared('sum', [POINTER(c_int), c_int], c_int);
    expect(sum(new (c.ARRAY(c_int, 3))(1, 2, 3), 3)).toBe(6);
    expect(sum(null, 0)).toBe(0);
    for (const wrong of [byref(new c_ubyte(1)), new (c.ARRAY(c_ubyte, 3))(), 'x', 5])
      expect(() => sum(wrong, 1)).toThrow('LP_c_int');
  });
  test('a function for restype, errcheck, from_param', () => {
    const f = declared('add', [c_int, c_int], c_int);
    f.restype = (result) => `<${result}>`;
    expect(f(1, 2)).toBe('<3>');
    f.errcheck = (result, func, args) => [result, func === f, args];
    expect(f(1, 2)).toEqual(['<3>', true, [1, 2]]);
    const g = lib.getitem('add');
    g.argtypes = [{ from_param: (value: unknown) => Number(value) * 10 }, c_int];
    expect(g('4', 2)).toBe(42);
  });
  test('wrong types of the function', () => {
    const f = lib.getitem('add');
    expect(() => (f.argtypes = [5 as never])).toThrow('from_param');
    expect(() => (f.argtypes = 5 as never)).toThrow('argtypes');
    expect(() => (f.restype = 5 as never)).toThrow('restype');
    expect(() => (f.errcheck = 5 as never)).toThrow('errcheck');
    expect(() => (f.argtypes = [c.BigEndianStructure({ a: c.c_int })])).toThrow('by value');
  });
});
