// Libraries, their variables, and how they are found (test_loading, test_values, test_find).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { lib, P } from './c-functions.ts';

const { c_int, CDLL } = c;

describe('libraries', () => {
  test('properties, items, values', () => {
    expect(lib['add']).toBe(lib['add']);
    expect(lib.getitem('add')).not.toBe(lib.getitem('add'));
    const answer = c_int.in_dll(lib, 'answer');
    answer.value++;
    expect(c_int.in_dll(lib, 'answer').value).toBe(43);
    expect(P.in_dll(lib, 'point').y).toBe(2);
  });
  test('what is missing', () => {
    expect(() => lib['no_such_function']).toThrow('no_such_function');
    expect(() => c_int.in_dll(lib, 'nothing')).toThrow('nothing');
    expect(() => new CDLL('libnothing.so.9')).toThrow('libnothing.so.9');
    expect(() => c.cdll.LoadLibrary('libnothing.so.9')).toThrow('libnothing.so.9');
  });
  test('find_library', () => {
    expect(c.find_library('c')).toBe('libc.so.6');
    expect(c.find_library('m')).toBe('libm.so.6');
    expect(c.find_library('no-such-library')).toBe(null);
    expect(c.find_library('c.*')).toBe(null);
  });
});
