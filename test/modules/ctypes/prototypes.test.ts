// Prototypes with names, defaults and results through pointers (test_prototypes).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { lib } from './c-functions.ts';

const { c_int, CFUNCTYPE, POINTER } = c;

describe('prototypes', () => {
  test('a symbol, with names and defaults', () => {
    const add = CFUNCTYPE(
      c_int,
      c_int,
      c_int,
    )(
      ['add', lib],
      [
        [1, 'a'],
        [1, 'b', 5],
      ],
    );
    expect([add(1, 2), add(1), add({ a: 2, b: 3 })]).toEqual([3, 6, 5]);
    expect(() => add()).toThrow("'a' is missing");
    expect(() => add(1, 2, 3)).toThrow('add() takes');
  });
  test('results through pointers', () => {
    const two = CFUNCTYPE(
      null,
      POINTER(c_int),
      c_int,
      POINTER(c_int),
    )(
      ['two', lib],
      [
        [2, 'a'],
        [1, 'in'],
        [2, 'b'],
      ],
    );
    expect(two(5)).toEqual([6, 7]);
  });
  test.each([[[[1]]], [[[9], [1]]], [[5, 6]]])('paramflags %j are refused', (flags) => {
    expect(() => CFUNCTYPE(c_int, c_int, c_int)(['add', lib], flags as never)).toThrow(
      'paramflags',
    );
  });
  test('null for a named argument', () => {
    const length = CFUNCTYPE(c_int, c.c_char_p)(['length', lib], [[1, 'text']]);
    expect([length(null), length({ text: 'abc' })]).toEqual([-1, 3]);
  });
  test('a missing symbol', () =>
    expect(() => CFUNCTYPE(c_int)(['nothing', lib])).toThrow('nothing'));
});
