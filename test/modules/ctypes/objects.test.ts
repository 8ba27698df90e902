// `py_object`: values of JavaScript that C carries (test_python_api, test_objects).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { declared } from './c-functions.ts';

const { c_int, c_void_p, CFUNCTYPE, py_object } = c;
const same = declared('same', [py_object], py_object);

test('size and value', () => {
  const value = { a: 1 };
  const one = new py_object(value);
  expect([c.sizeof(py_object), c.alignment(one), one.value === value]).toEqual([8, 8, true]);
  one.value = same;
  expect(one.value).toBe(same);
});

test.each([[undefined], [null], [0], ['text'], [Symbol.iterator], [12n], [[1, 2]], [new c_int(4)]])(
  'through C: %s',
  (value) => expect(same(value)).toBe(value),
);

test('an instance passes its own value', () => {
  const value = [1];
  expect(same(new py_object(value))).toBe(value);
});

test('NULL and what is no value', () => {
  const none = declared('same', [c_void_p], py_object);
  expect(() => new py_object().value).toThrow('py_object: NULL pointer access');
  expect(() => none(null)).toThrow('NULL');
  expect(() => none(12345)).toThrow('no value 12345');
});

test('fields and items keep their values', () => {
  const S = c.Structure({ o: py_object, n: c_int });
  const made = Array.from({ length: 200 }, (_, n) => new S({ o: { n }, n }));
  expect(made.every((one) => (one.o as { n: number }).n === one.n)).toBe(true);
  const items = new (c.ARRAY(py_object, 2))('a', 'b');
  expect([...items]).toEqual(['a', 'b']);
});

describe('callbacks', () => {
  test('user data', () => {
    const F = CFUNCTYPE(c_int, py_object, c_int);
    const withData = declared('with_data', [F, py_object, c_int], c_int);
    const seen: unknown[] = [];
    const f = F((data, x) => {
      seen.push(data);
      return Number(x) + 1;
    });
    expect(withData(f, seen, 4)).toBe(5);
    expect(seen[0]).toBe(seen);
  });
  test('results', () => {
    const F = CFUNCTYPE(py_object, py_object);
    expect(F((value) => [value])('x')).toEqual(['x']);
  });
});
