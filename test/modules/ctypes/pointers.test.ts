// Pointers, and what they keep (test_pointers, test_keeprefs).
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';

const { ARRAY, c_int, c_short, POINTER, pointer } = c;

describe('pointers', () => {
  test('contents, items, null', () => {
    const i = new c_int(42);
    const p = pointer(i);
    (p.contents as c.Simple<number, number>).value = 43;
    expect(i.value).toBe(43);
    expect(p.get(0)).toBe(43);
    p.set(0, 44);
    expect(i.value).toBe(44);
    const none = new (POINTER(c_int))();
    expect(none.isNull).toBe(true);
    expect(() => none.contents).toThrow('NULL');
    expect(() => none.get(0)).toThrow('NULL');
    expect(() => none.set(0, 1)).toThrow('NULL');
  });
  test('items by index', () => {
    const a = new (ARRAY(c_int, 3))(1, 2, 3);
    const p = c.cast(a, POINTER(c_int));
    p.items[1] = 20;
    expect([p.items[0], p.items[1], a.get(1)]).toEqual([1, 20, 20]);
    const next = c.cast(c.addressof(a) + 4, POINTER(c_int));
    expect(next.items[-1]).toBe(1);
    const items = p.items as unknown as Record<string, unknown>;
    expect([items['length'], items['x'], 1 in p.items]).toEqual([undefined, undefined, false]);
    expect(() => (items['x'] = 1)).toThrow('LP_c_int: an index is an integer, got "x"');
    expect(() => new (POINTER(c_int))().items[0]).toThrow('NULL');
  });
  test('types are the same each time; others are refused', () => {
    expect(POINTER(c_int)).toBe(POINTER(c_int));
    expect(() => new (POINTER(c_int))(new c_short(1) as never)).toThrow('c_int');
    const S = c.Structure({ p: POINTER(c_int) });
    expect(() => new S({ p: new c_short(1) })).toThrow('LP_c_int');
  });
  test('keep what they point to', () => {
    const S = c.Structure({ p: POINTER(c_int) });
    const s = new S();
    s.p = new (ARRAY(c_int, 3))(1, 2, 3) as never;
    expect(s.p.slice(0, 3)).toEqual([1, 2, 3]);
    s.p = null as never;
    expect(s.p.isNull).toBe(true);
  });
  test('to pointers', () => {
    const p = pointer(new c_int(5));
    const pp = pointer(p);
    expect((pp.contents.contents as c.Simple).value).toBe(5);
  });
});
