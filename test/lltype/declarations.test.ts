// `mixmod.d.ts` and `runtime/index.ts` declare the same names, of the same kinds.
import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as Declared from '../../runtime/mixmod.d.ts';
import * as runtime from '../../runtime/index.ts';
import { RFFI_PRIMITIVES } from '../../runtime/lltype/primitives.ts';

type Callable = (...args: never) => unknown;
/** A function for a function, an object with the same members for a namespace, the same `kind` for a type. */
type Implementation<D> = D extends Callable
  ? Callable
  : D extends { readonly kind: infer K }
    ? { readonly kind: K }
    : { readonly [N in keyof D]: Implementation<D[N]> };

test('the runtime has all that is declared', () => {
  const complete: Implementation<typeof Declared> = runtime;
  expect(complete).toBe(runtime);
});

describe('nothing is exported that is not declared', () => {
  test('by mixmod', () => {
    expectTypeOf<Exclude<keyof typeof runtime, keyof typeof Declared>>().toEqualTypeOf<never>();
  });
  test('by lltype', () => {
    type Extra = Exclude<keyof typeof runtime.lltype, keyof typeof Declared.lltype>;
    expectTypeOf<Extra>().toEqualTypeOf<never>();
  });
  test('by rffi', () => {
    type Extra = Exclude<keyof typeof runtime.rffi, keyof typeof Declared.rffi>;
    expectTypeOf<Extra>().toEqualTypeOf<never>();
  });
});

describe('numeric flavours', () => {
  test('a narrower integer of the same signedness can be given to a wider one', () => {
    expectTypeOf<Declared.i8>().toExtend<Declared.i32>();
    expectTypeOf<Declared.u16>().toExtend<Declared.usize>();
    expectTypeOf<Declared.i16>().toExtend<Declared.f32>();
  });
  test('nothing else can', () => {
    expectTypeOf<Declared.i32>().not.toExtend<Declared.i8>();
    expectTypeOf<Declared.u8>().not.toExtend<Declared.i32>();
    expectTypeOf<Declared.i32>().not.toExtend<Declared.f32>();
    expectTypeOf<Declared.i64>().not.toExtend<Declared.u64>();
  });
  test('every flavour takes a plain number or bigint', () => {
    expectTypeOf<number>().toExtend<Declared.u8>();
    expectTypeOf<bigint>().toExtend<Declared.u64>();
  });
});

describe('C types', () => {
  const aliases = new Set([
    'CHAR',
    'DOUBLE',
    'FLOAT',
    'BOOL',
    'SIGNED',
    'UNSIGNED',
    'VOID',
    'LONGDOUBLE',
  ]);
  const own = Object.entries(RFFI_PRIMITIVES).filter(([name]) => !aliases.has(name));
  test.each(own)('%s is named after itself', (name, type) => {
    expect(type.name).toBe(name);
  });

  test('values of word-sized types are numbers, those of 64-bit types bigints', () => {
    expectTypeOf<
      Declared.lltype.Value<typeof Declared.rffi.LONG>
    >().toEqualTypeOf<Declared.isize>();
    expectTypeOf<
      Declared.lltype.Value<typeof Declared.rffi.INT64_T>
    >().toEqualTypeOf<Declared.i64>();
  });

  test('a C function takes what its arguments declare', () => {
    type Crc = Declared.rffi.CFunction<
      readonly [typeof Declared.rffi.ULONG, typeof Declared.rffi.CCHARP],
      typeof Declared.rffi.ULONG
    >;
    expectTypeOf<Parameters<Crc>>().toEqualTypeOf<
      [Declared.usize, string | Declared.rffi.BytePtr | null]
    >();
    expectTypeOf<ReturnType<Crc>>().toEqualTypeOf<Declared.usize>();
  });
});
