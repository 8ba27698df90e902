// The types themselves.
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  CallbackPtr,
  deref_pointer,
  Field,
  get_libc,
  Structure,
  types,
} from '../../../modules/_ffi/index.ts';

describe('types', () => {
  const SIZES = [
    [types.sbyte, 1],
    [types.ubyte, 1],
    [types.sshort, 2],
    [types.ushort, 2],
    [types.sint, 4],
    [types.uint, 4],
    [types.slong, 8],
    [types.ulong, 8],
    [types.slonglong, 8],
    [types.ulonglong, 8],
    [types.float, 4],
    [types.double, 8],
    [types.char, 1],
    [types.unichar, 4],
    [types.void_p, 8],
    [types.char_p, 8],
    [types.unichar_p, 8],
  ] as const;
  test.each(SIZES)('size of $name', (type, size) => {
    expect(type.size).toBe(size);
    expect(type.alignment).toBe(size);
  });
  test('they have names', () => {
    expect(types.slong.name).toBe('slong');
    expect(types.ulonglong.name).toBe('ulonglong');
    expect(types.void_p.name).toBe('void_p');
    expect(types.pointer(types.pointer(types.sint)).name).toBe('sint * *');
  });
  test('pointer types are interned', () => {
    expect(types.pointer(types.sint)).toBe(types.pointer(types.sint));
    expect(types.pointer(types.sint)).not.toBe(types.pointer(types.uint));
    expect(deref_pointer(types.pointer(types.sint))).toBe(types.sint);
  });
  test('an incomplete structure has no size', () => {
    const opaque = new Structure('opaque');
    expect(() => opaque.size).toThrow('operation not permitted on opaque: an incomplete type');
    expect(() => opaque.allocate()).toThrow(TypeError);
    expect(types.pointer(opaque).size).toBe(8);
  });
  test('signatures are types of TypeScript', () => {
    const libc = get_libc();
    const abs = libc.getfunc('abs', [types.sint], types.sint);
    expectTypeOf(abs).parameters.toEqualTypeOf<[number]>();
    expectTypeOf(abs).returns.toEqualTypeOf<number>();
    const getenv = libc.getfunc('getenv', [types.char_p] as const, types.char_p);
    expectTypeOf(getenv).returns.toEqualTypeOf<string | null>();
    expectTypeOf<string>().toExtend<Parameters<typeof getenv>[0]>();
    const labs = libc.getfunc('labs', [types.slong], types.slong);
    expectTypeOf(labs).parameters.toEqualTypeOf<[number | bigint]>();
    expectTypeOf(labs).returns.toEqualTypeOf<bigint>();
    // @ts-expect-error: too few arguments
    expect(() => abs()).toThrow(TypeError);
    // @ts-expect-error: a string is no int
    expect(() => abs('x')).toThrow(TypeError);
  });
  test('fields are types of TypeScript', () => {
    const Point = new Structure('Point', [
      new Field('x', types.double),
      new Field('n', types.slong),
    ]);
    const one = Point.allocate({ x: 1, n: 2 });
    expectTypeOf(one.getfield('x')).toEqualTypeOf<number>();
    expectTypeOf(one.getfield('n')).toEqualTypeOf<bigint>();
    // @ts-expect-error: there is no such field
    expect(() => one.getfield('z')).toThrow('Point has no field z');
  });
  test('callbacks are types of TypeScript', () => {
    const one = new CallbackPtr((a, b) => Number(b) + a, [types.sint, types.slong], types.double);
    expectTypeOf(one.argtypes[0]).toEqualTypeOf(types.sint);
    one.free();
  });
});
