// Structures (test_structures, test_struct_fields, test_incomplete, test_init).
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  ARRAY,
  c_byte,
  c_char,
  c_char_p,
  c_double,
  c_int,
  c_short,
  c_void_p,
  fieldof,
  type FieldSpec,
  pointer,
  POINTER,
  sizeof,
  alignment,
  Structure,
  type CData,
} from '../../../modules/ctypes/index.ts';
import * as ctypes from '../../../modules/ctypes/index.ts';

class POINT extends Structure({ x: c_int, y: c_int }) {}
class RECT extends Structure({ a: POINT, b: POINT }) {}

describe('structures', () => {
  test('fields, and their types', () => {
    const p = new POINT(1, 2);
    expectTypeOf(p.x).toEqualTypeOf<number>();
    p.x += 10;
    expect([p.x, p.y, sizeof(p), alignment(POINT)]).toEqual([11, 2, 8, 4]);
  });
  test('initializers by place and by name', () => {
    expect(new POINT({ y: 5 }).y).toBe(5);
    expect(new POINT(3, { y: 4 }).x).toBe(3);
    expect(() => new POINT(1, 2, 3)).toThrow('too many initializers');
    expect(() => new POINT({ z: 1 } as never)).toThrow('z');
    expect(() => new POINT(1, { x: 1 })).toThrow('duplicate');
    expect(() => new POINT('a' as never)).toThrow('c_int');
  });
  test('_fields_ as a static property, and set late', () => {
    class Static extends Structure {
      static override _fields_: readonly FieldSpec[] = [
        ['a', c_byte],
        ['b', c_int],
      ];
    }
    expect([sizeof(Static), fieldof(Static, 'b').offset]).toEqual([8, 4]);
    class Late extends Structure {}
    Late._fields_ = [
      ['next', POINTER(Late)],
      ['v', c_int],
    ];
    const [one, two] = [new Late(), new Late() as CData & { next: unknown; v: number }];
    two.next = pointer(one);
    expect(sizeof(Late)).toBe(16);
    expect(() => (Late._fields_ = [])).toThrow('final');
  });
  test('nested: a view, not a copy; assignment copies', () => {
    const r = new RECT([1, 2], { x: 3, y: 4 });
    const { b } = r;
    b.x = 30;
    expect(r.b.x).toBe(30);
    r.a = b;
    b.x = 31;
    expect([r.a.x, r.a.y, r.b.x]).toEqual([30, 4, 31]);
    expect(() => (r.a = 5 as never)).toThrow('POINT');
  });
  test('subclasses have the fields of their base first', () => {
    class Base extends Structure {
      static override _fields_: readonly FieldSpec[] = [['a', c_int]];
    }
    class Derived extends Base {
      static override _fields_: readonly FieldSpec[] = [['b', c_short]];
    }
    const d = new Derived(1, 2) as unknown as { a: number; b: number };
    expect([sizeof(Derived), d.a, d.b]).toEqual([8, 1, 2]);
  });
  test('methods of the class', () => {
    class V extends Structure({ x: c_double, y: c_double }) {
      get norm(): number {
        return Math.hypot(this.x, this.y);
      }
    }
    expect(new V(3, 4).norm).toBe(5);
  });
  test.each([
    [1, 13],
    [2, 14],
    [4, 16],
    [8, 24],
  ])('_pack_ = %d', (pack, size) => {
    expect(sizeof(Structure({ a: c_byte, b: c_double, c: c_int }, { _pack_: pack }))).toBe(size);
  });
  test('_align_', () => expect(sizeof(Structure({ a: c_int }, { _align_: 32 }))).toBe(32));
  test.each([3, -1, 1.5])('_pack_ = %d is refused', (pack) => {
    expect(() => sizeof(Structure({ a: c_int }, { _pack_: pack }))).toThrow('_pack_');
  });
  test('empty', () => expect(sizeof(Structure({}))).toBe(0));
  test.each([[[['x']]], [[['x', 5]]], [[[1, c_int]]], [['x']]])(
    'fields %j are refused',
    (fields) => {
      expect(() => sizeof(Structure(fields as never))).toThrow('_fields_');
    },
  );
  test.each(['getaddr', '$view', '$at', '$memory', '$type'])(
    'a field cannot be called %s',
    (name) => {
      expect(() => sizeof(Structure([[name, c_int]]))).toThrow(`called ${name}: all objects`);
    },
  );
  test('other names are free', () => {
    const names = ['constructor', '__proto__', '_objects', '_view', '_at', '_memory', 'toString'];
    const more = ['_target', 'hasOwnProperty', 'a b', '0', 'length', 'value', 'get', '$', ''];
    const all = [...names, ...more];
    class S extends Structure(all.map((name): ctypes.FieldSpec => [name, c_int])) {}
    const s = new S(...all.map((_, index) => index)) as ctypes.CData & Record<string, unknown>;
    expect(all.map((name) => s[name])).toEqual(all.map((_, index) => index));
    for (const name of all) s[name] = Number(s[name]) + 100;
    const bytes = new Int32Array(ctypes.memoryview(s).slice().buffer);
    expect(Array.from(bytes)).toEqual(all.map((_, index) => index + 100));
    expect([sizeof(s), ctypes.addressof(s)]).toEqual([4 * all.length, s.getaddr()]);
    expect(all.map((name) => ctypes.fieldof(S, name).offset)).toEqual(all.map((_, i) => 4 * i));
    const copy = S.from_buffer_copy(ctypes.memoryview(s).slice()) as unknown as typeof s;
    expect([copy['constructor'], ctypes.pointer(copy).contents]).toEqual([100, copy]);
    const Outer = Structure({ before: c_int, inner: S });
    const outer = new Outer({ inner: s });
    expect((outer.inner as unknown as typeof s)['_memory']).toBe(105);
    expect(() => ctypes.cast(s, c_int)).toThrow(TypeError);
    const byName = Object.fromEntries([['__proto__', 7]]) as Record<string, number>;
    expect((new S(byName as never) as unknown as typeof s)['__proto__']).toBe(7);
  });
  test('Structure itself is abstract', () => {
    expect(() => new Structure()).toThrow('abstract');
    expect(() => sizeof(Structure)).toThrow('abstract');
  });
  test('strings: arrays of char are values, pointers keep their memory', () => {
    const S = Structure({ name: ARRAY(c_char, 8), text: c_char_p, any: c_void_p });
    const s = new S({ name: 'abc', text: 'hello' });
    expect([s.name, s.text, s.any]).toEqual(['abc', 'hello', null]);
    expect(() => (s.name = 'far too long' as never)).toThrow('too long');
  });
});
