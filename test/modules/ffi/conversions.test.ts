// What is refused as an argument, and the error: it names the function, the argument, what is expected and what was given.
import { describe, expect, test } from 'vitest';
import { type FfiType, get_libc, types } from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const lib = loadC(`void take(void) {} void take2(int a, int b) {}`);

const take = (type: FfiType, value: unknown): unknown =>
  (lib.getfunc('take', [type], types.void) as (value: unknown) => unknown)(value);

const OUT_OF_RANGE = [
  ['sbyte', 128],
  ['sbyte', -129],
  ['ubyte', 256],
  ['ubyte', -1],
  ['sshort', 32768],
  ['ushort', 65536],
  ['sint', 2 ** 31],
  ['sint', -(2 ** 31) - 1],
  ['uint', 2 ** 32],
  ['uint', -1],
  ['slong', 2n ** 63n],
  ['slong', 2 ** 53],
  ['slonglong', -(2n ** 63n) - 1n],
  ['ulong', -1n],
  ['ulong', -1],
  ['ulonglong', 2n ** 64n],
  ['void_p', -1],
  ['void_p', 2 ** 53],
] as const;

const WRONG = [
  ['sint', 1.5],
  ['sint', NaN],
  ['sint', Infinity],
  ['sint', '1'],
  ['sint', true],
  ['sint', null],
  ['sint', undefined],
  ['sint', 1n],
  ['sint', {}],
  ['sint', [1]],
  ['sint', Symbol('x')],
  ['sint', new Number(1)],
  ['ubyte', 'a'],
  ['slong', 1.5],
  ['slong', '1'],
  ['slong', null],
  ['double', '1'],
  ['double', 1n],
  ['double', null],
  ['double', undefined],
  ['float', true],
  ['char', 65],
  ['char', 'ab'],
  ['char', ''],
  ['char', '€'],
  ['unichar', 'ab'],
  ['unichar', ''],
  ['unichar', 65],
  ['void_p', 'text'],
  ['void_p', undefined],
  ['void_p', {}],
  ['void_p', 1.5],
  ['void_p', true],
  ['void_p', 1n],
  ['char_p', undefined],
  ['char_p', {}],
  ['unichar_p', 5.5],
] as const;

describe('arguments', () => {
  test.each(OUT_OF_RANGE)('out of range for %s: %s', (name, value) => {
    expect(() => take(types[name], value)).toThrow(RangeError);
    expect(() => take(types[name], value)).toThrow(
      /^take\(\) argument 1 must be \w+ \(-?\d+ to \d+\), got/,
    );
  });
  test.each(WRONG)('wrong for %s: %o', (name, value) => {
    expect(() => take(types[name], value)).toThrow(TypeError);
    expect(() => take(types[name], value)).toThrow(/^take\(\) argument 1 must be \w+: .*; got/);
  });
  test('the argument is numbered', () => {
    const two = lib.getfunc('take2', [types.sint, types.sint], types.void) as (
      ...args: unknown[]
    ) => unknown;
    expect(() => two(1, 'x')).toThrow('take2() argument 2 must be sint: an integer; got "x"');
    expect(() => two(1, 2 ** 40)).toThrow(
      'take2() argument 2 must be sint (-2147483648 to 2147483647), got 1099511627776',
    );
  });
  test('-0 is an integer', () => expect(take(types.sint, -0)).toBe(undefined));
  test('nothing of a value runs', () => {
    const value = {
      valueOf(): number {
        throw new Error('ran');
      },
    };
    expect(() => take(types.sint, value)).toThrow('got an object of Object');
    expect(() => take(types.double, value)).toThrow(TypeError);
  });
  test('after an error the function works', () => {
    const abs = get_libc().getfunc('abs', [types.sint], types.sint) as (value: unknown) => number;
    for (let i = 0; i < 30_000; i++) expect(abs(-i)).toBe(i);
    expect(() => abs('x')).toThrow(TypeError);
    expect(abs(-1)).toBe(1);
  });
});
