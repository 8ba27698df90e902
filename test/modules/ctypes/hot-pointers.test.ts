// Pointers as arguments in code that V8 optimizes: what may stand for one, wherever it lies; and what may not, which stays an error.
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { compileC } from '../ffi/c-library.ts';

const { ARRAY, c_int, c_short, c_void_p, POINTER } = c;
const MANY = 20_000;
const lib = new c.CDLL(
  compileC(`
int get(const int *p, int i) { return p ? p[i] : -1; }
int first(const void *p) { return p ? *(const int *)p : -1; }
_Bool is_even(const int *p) { return *p % 2 == 0; }
signed char low(int x) { return x; }
const int *numbers(void) { static const int list[] = { 10, 20, 30 }; return list; }
`),
);
const of = (name: string, restype: c.CType | null, ...argtypes: c.CType[]): c.CFunction => {
  const made = lib.getitem(name);
  Object.assign(made, { argtypes, restype });
  return made;
};
const INTS = POINTER(c_int);
const array = new (ARRAY(c_int, 3))(1, 2, 3);
class Own extends ARRAY(c_int, 2) {}
class Holder extends c.Structure({ before: c_int, list: INTS }) {}
const holder = new Holder();
holder.list = c.cast(array, INTS);
const numbers = of('numbers', INTS);
const inC = numbers() as c.Pointer;

/** All of a source text of its own: V8 shares what it learns of equal ones. */
const hot = (call: c.CFunction, value: unknown): unknown =>
  new Function(
    'call',
    'value',
    `let got; for (let i = 0; i < ${MANY}; i++) got = call(value, 1); return got; // ${++texts}`,
  )(call, value);
let texts = 0;

describe('a pointer to int', () => {
  test.each([
    ['an array', array, 2],
    ['a class of arrays', new Own(7, 8), 8],
    ['a pointer', c.cast(array, INTS), 2],
    ['a pointer in a structure', holder.list, 2],
    ['a pointer that C gave', inC, 20],
    [
      'an array in C’s memory',
      ARRAY(c_int, 3).from_address(c.cast(inC, c_void_p).value as number),
      20,
    ],
    ['a reference', c.byref(c_int.from_buffer(Int32Array.of(5, 6))), 6],
    ['an int', c_int.from_buffer(Int32Array.of(5, 6)), 6],
    ['an array in memory of JavaScript', ARRAY(c_int, 2).from_buffer(Int32Array.of(0, 5, 6), 4), 6],
    ['what has a parameter', { _as_parameter_: array }, 2],
    ['null', null, -1],
  ])('%s', (_what, value, expected) => {
    const get = of('get', c_int, INTS, c_int);
    expect(hot(get, value)).toBe(expected);
    expect(hot(get, value)).toBe(expected);
  });
  test.each([
    ['an array of another type', new (ARRAY(c_short, 3))(1, 2, 3)],
    ['a pointer to another type', c.pointer(new c_short(1))],
    ['a reference to another type', c.byref(new c_short(1))],
    ['an int', 5],
    ['a text', 'text'],
    ['undefined', undefined],
    ['an object', {}],
    ['a function', () => 1],
  ])('%s is refused', (_what, value) => {
    const get = of('get', c_int, INTS, c_int);
    expect(() => hot(get, value)).toThrow(c.ArgumentError);
    expect(hot(get, array)).toBe(2);
    expect(() => hot(get, value)).toThrow(/get\(\) argument 1/);
    expect(hot(get, array)).toBe(2);
  });
  test('memory that has gone away is refused', () => {
    const get = of('get', c_int, INTS, c_int);
    const memory = Int32Array.of(5, 6);
    const there = ARRAY(c_int, 2).from_buffer(memory);
    expect(hot(get, there)).toBe(6);
    structuredClone(memory.buffer, { transfer: [memory.buffer] });
    expect(() => hot(get, there)).toThrow();
    expect(hot(get, array)).toBe(2);
  });
  test('a pointer follows what it is set to', () => {
    const get = of('get', c_int, INTS, c_int);
    const pointer = c.cast(array, INTS);
    expect(hot(get, pointer)).toBe(2);
    pointer.contents = new c_int(9);
    expect(get(pointer, 0)).toBe(9);
    expect(get(new INTS(), 0)).toBe(-1);
  });
});

test.each([
  ['a view', Int32Array.of(4, 5), 4],
  ['bytes in V8’s heap', Uint8Array.of(6, 0, 0, 0), 6],
  ['an array', array, 1],
  ['null', null, -1],
])('%s as void *, declared or not', (_what, value, expected) => {
  const one = (call: c.CFunction): unknown =>
    new Function(
      'call',
      'value',
      `let got; for (let i = 0; i < ${MANY}; i++) got = call(value); return got; // ${++texts}`,
    )(call, value);
  expect(one(of('first', c_int, c_void_p))).toBe(expected);
  const untyped = lib.getitem('first');
  expect(one(untyped)).toBe(expected);
  expect(one(untyped)).toBe(expected);
  expect(() => untyped({})).toThrow(c.ArgumentError);
});

test('small results', () => {
  const low = of('low', c.c_byte, c_int);
  const even = of('is_even', c.c_bool, INTS);
  for (let i = 0; i < MANY; i++) {
    if (low(i) !== (i << 24) >> 24) throw new Error(String(i));
    array.set(0, i);
    if (even(array) !== (i % 2 === 0)) throw new Error(String(i));
  }
  array.set(0, 1);
});
