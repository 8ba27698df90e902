// Structures and unions by value (test_structures, test_unions of arguments).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { declared, P } from './c-functions.ts';

const { c_double, c_float, c_int, c_long } = c;

describe('by value', () => {
  test('structures', () => {
    const swap = declared('swap', [P], P);
    const r = swap(new P(1, 2)) as InstanceType<typeof P>;
    expect([r.x, r.y]).toEqual([2, 1]);
    expect(() => swap(new c_int(1))).toThrow('P instance expected');
    const Big = c.Structure({ a: c.ARRAY(c_long, 5) });
    const grown = declared('grow', [Big], Big)(new Big([1, 1, 1, 1, 1])) as InstanceType<
      typeof Big
    >;
    expect(grown.a.slice()).toEqual([1n, 2n, 3n, 4n, 5n]);
    const Floats = c.Structure({ v: c.ARRAY(c_float, 3) });
    const turned = declared('turn', [Floats], Floats)(new Floats([1, 2, 3])) as InstanceType<
      typeof Floats
    >;
    expect(turned.v.slice()).toEqual([2, 3, 1]);
  });
  test('unions and bit-fields', () => {
    const U = c.Union({ i: c_int, f: c_float });
    expect(declared('union_int', [U], c_int)(new U({ i: 5 }))).toBe(5);
    const D = c.Union({ d: c_double, f: c_float });
    expect(declared('union_double', [D], c_double)(new D({ d: 2.5 }))).toBe(2.5);
    const B = c.Structure([
      ['a', c_int, 3],
      ['b', c.c_uint, 10],
    ]);
    expect(declared('bit_b', [B], c_int)(new B(1, 1000))).toBe(1000);
  });
  test('packed ones, whose fields lie anywhere', () => {
    const Packed = c.Structure({ a: c.c_byte, b: c_int }, { _pack_: 1 });
    expect(declared('packed_b', [Packed], c_int)(new Packed(1, 1000))).toBe(1001);
    const next = declared('packed_next', [Packed], Packed)(new Packed(1, -5));
    expect([(next as { a: number }).a, (next as { b: number }).b]).toEqual([2, -10]);
    const Nine = c.Structure({ a: c.c_byte, b: c_double }, { _pack_: 1 });
    const f = declared('packed9_b', [c_int, Nine, c_int], c_double);
    expect(f(1, new Nine(2, 0.5), 100)).toBe(103.5);
  });
  test('what cannot be passed is refused', () => {
    const Swapped = c.BigEndianStructure({ a: c_int });
    expect(() => declared('add', [Swapped], c_int)).toThrow('by value');
  });
});
