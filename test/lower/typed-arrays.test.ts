// Typed arrays, ArrayBuffers and DataViews as high and as low graphs, compared with JavaScript's own.
import { describe, expect, test } from 'vitest';
import { REST, type BuiltinName } from '../../compiler/builtins/builtins.ts';
import type { Expression } from '../../compiler/program/nodes.ts';
import {
  ARRAY_BUFFER,
  BOOLEAN,
  DATA_VIEW,
  F64,
  INT_TYPES,
  TYPED_ARRAYS,
  VOID,
  type RtsType,
  type TypedArrayType,
} from '../../compiler/program/types.ts';
import { execute } from '../flow/execute.ts';
import * as t from '../flow/tree.ts';

const { isize, i64, u64 } = INT_TYPES;
const END = Number.MAX_SAFE_INTEGER;

interface Indexable {
  [index: number]: number | bigint;
  readonly length: number;
}
type Numbers = Indexable &
  Pick<Uint8Array, 'subarray' | 'slice' | 'copyWithin' | 'fill' | 'set' | 'buffer'>;
type Constructor = new (
  content: number | readonly unknown[] | ArrayBuffer,
  offset?: number,
  length?: number,
) => Numbers;

const TYPES = [...TYPED_ARRAYS.values()];
const constructorOf = ({ name }: TypedArrayType) =>
  (globalThis as unknown as Record<string, Constructor>)[name] ?? (Array as never);
const seenType = ({ element }: TypedArrayType): RtsType =>
  element === 'i64' ? i64 : element === 'u64' ? u64 : F64;
const isBig = (type: TypedArrayType): boolean => seenType(type) !== F64;
const asSeen = (type: TypedArrayType, value: number): number | bigint =>
  isBig(type) ? BigInt(Math.trunc(value)) : value;

/** `f` with parameters of the given types, returning an expression on them. */
function fn(
  types: readonly RtsType[],
  result: RtsType,
  build: (...parameters: readonly Expression[]) => Expression | readonly Expression[],
): (...args: readonly unknown[]) => unknown {
  const locals = types.map((type, i) => t.local(`p${i}`, type));
  const built = build(...locals.map((local) => t.read(local)));
  const expressions = Array.isArray(built)
    ? (built as readonly Expression[])
    : [built as Expression];
  const last = expressions.at(-1) ?? t.num(0);
  const program = t.program({
    functions: [t.fn('f', locals, result, [...expressions.slice(0, -1).map(t.run), t.give(last)])],
  });
  return (...args) => execute(program, 'f', ...args);
}

/** A builtin of the same parameters. */
const builtin = (name: BuiltinName, types: readonly RtsType[], result: RtsType) =>
  fn(types, result, (...parameters) => t.builtin(name, result, ...parameters));

const outcome = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return error instanceof RangeError ? 'RangeError' : error;
  }
};

describe.each(TYPES.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  const make = constructorOf(type);
  const seen = seenType(type);
  const content = [1, 2, 3, 4, 5].map((value) => asSeen(type, value));

  test('stores convert as JavaScript does', () => {
    const store = fn([type, seen], type, (a = t.num(0), v = t.num(0)) => [
      t.assign(t.element(a, t.int(isize, 1)), v),
      a,
    ]);
    const values = [
      0,
      -0,
      1.5,
      2.5,
      0.5,
      254.5,
      255.5,
      300,
      -1,
      -300.7,
      2 ** 31,
      2 ** 33 + 7,
      -(2 ** 63),
      1e300,
    ];
    const special = isBig(type) ? [] : [Number.NaN, Infinity, -Infinity];
    for (const value of [...values, ...special].map((v) =>
      special.includes(v) ? v : asSeen(type, v),
    )) {
      const expected = new make(3);
      expected[1] = value;
      const wrapped =
        typeof value === 'bigint'
          ? type.element === 'i64'
            ? BigInt.asIntN(64, value)
            : BigInt.asUintN(64, value)
          : value;
      expect(store(new make(3), wrapped)).toEqual(expected);
    }
  });

  test('reads, and throws out of range', () => {
    const read = fn([type, isize], seen, (a = t.num(0), i = t.num(0)) =>
      t.read(t.element(a, i), seen),
    );
    expect(read(new make(content), 4)).toBe(content[4]);
    expect(() => read(new make(content), 5)).toThrow('index 5 is out of range for length 5');
    expect(() => read(new make(content), -1)).toThrow('index -1 is out of range for length 5');
  });

  test('an index that is a number must be integral', () => {
    const read = fn([type, F64], seen, (a = t.num(0), i = t.num(0)) =>
      t.read(t.element(a, i), seen),
    );
    expect(read(new make(content), 2)).toBe(content[2]);
    expect(read(new make(content), -0)).toBe(content[0]);
    expect(() => read(new make(content), 0.5)).toThrow('0.5 is not a valid index');
    expect(() => read(new make(content), Number.NaN)).toThrow(RangeError);
  });

  test('subarray, slice, copyWithin and fill clamp as JavaScript does', () => {
    const subarray = builtin('typedarray.subarray', [type, isize, isize], type);
    const slice = builtin('typedarray.slice', [type, isize, isize], type);
    const copy = fn([type, isize, isize, isize], type, (a = t.num(0), ...rest) => [
      t.builtin('typedarray.copyWithin', VOID, a, ...rest),
      a,
    ]);
    const fill = fn([type, seen, isize, isize], type, (a = t.num(0), ...rest) => [
      t.builtin('typedarray.fill', VOID, a, ...rest),
      a,
    ]);
    for (const [from, to] of [
      [0, END],
      [1, 3],
      [-2, END],
      [-9, -1],
      [3, 1],
      [7, 9],
      [-1, -3],
      [0, 0],
    ] as const) {
      const array = () => new make(content);
      expect(subarray(array(), from, to)).toEqual(array().subarray(from, to));
      expect(slice(array(), from, to)).toEqual(array().slice(from, to));
      for (const target of [0, 2, -1, 9]) {
        expect(copy(array(), target, from, to)).toEqual(array().copyWithin(target, from, to));
      }
      const value = asSeen(type, 300.5);
      expect(fill(array(), value, from, to)).toEqual(array().fill(value as number, from, to));
    }
  });

  test('defaults of the range', () => {
    const all = [t.int(isize, 0), t.int(isize, END)];
    const fill = fn([type], type, (a = t.num(0)) => [
      t.builtin('typedarray.fill', VOID, a, t.constant(seen, asSeen(type, 7)), ...all),
      a,
    ]);
    expect(fill(new make(content))).toEqual(new make(content.map(() => asSeen(type, 7))));
    const rest = fn([type], type, (a = t.num(0)) =>
      t.builtin('typedarray.subarray', type, a, t.int(isize, -2), all[1] ?? a),
    );
    expect(rest(new make(content))).toEqual(new make(content.slice(-2)));
  });

  test('set copies all of another array, also within one buffer', () => {
    const set = fn([type, type, isize], type, (a = t.num(0), ...rest) => [
      t.builtin('typedarray.set', VOID, a, ...rest),
      a,
    ]);
    expect(set(new make(content), new make(content.slice(0, 2)), 3)).toEqual(
      new make([1, 2, 3, 1, 2].map((v) => asSeen(type, v))),
    );
    for (const offset of [-1, 4, 6]) {
      expect(() => set(new make(content), new make(content.slice(0, 2)), offset)).toThrow(
        'offset is out of bounds',
      );
    }
    expect(() => set(new make(1), new make(2), 0)).toThrow(RangeError);
    const shift = fn([type], type, (a = t.num(0)) => [
      t.builtin(
        'typedarray.set',
        VOID,
        a,
        t.builtin('typedarray.subarray', type, a, t.int(isize, 0), t.int(isize, 4)),
        t.int(isize, 1),
      ),
      a,
    ]);
    expect(shift(new make(content))).toEqual(new make([1, 1, 2, 3, 4].map((v) => asSeen(type, v))));
  });

  test('construction: length, view on a buffer, properties', () => {
    const create = builtin('typedarray.new', [isize], type);
    expect(create(3)).toEqual(new make(3));
    expect(() => create(-1)).toThrow('Invalid typed array length: -1');
    const view = builtin('typedarray.on-buffer', [ARRAY_BUFFER, isize, isize], type);
    const rest = fn([ARRAY_BUFFER, isize], type, (b = t.num(0), o = t.num(0)) =>
      t.builtin('typedarray.on-buffer', type, b, o, t.int(isize, Number(REST))),
    );
    const size = type.elementBytes;
    for (const bytes of [0, size, 4 * size, 4 * size + 1]) {
      for (const offset of [0, 1, size, 4 * size, 5 * size, -size]) {
        const of = () => new ArrayBuffer(bytes);
        expect(outcome(() => rest(of(), offset))).toEqual(outcome(() => new make(of(), offset)));
        for (const length of [0, 1, 3, 4, 5]) {
          expect(outcome(() => view(of(), offset, length))).toEqual(
            outcome(() => new make(of(), offset, length)),
          );
        }
      }
    }
    const sum = (a: Expression, b: Expression) =>
      t.binary('+', t.binary('*', a, t.int(isize, 1000)), b);
    const properties = fn([type], isize, (a = t.num(0)) =>
      sum(t.builtin('typedarray.length', isize, a), t.builtin('typedarray.byteOffset', isize, a)),
    );
    expect(properties(new make(content).subarray(2))).toBe(3000 + 2 * size);
    const buffer = builtin('typedarray.buffer', [type], ARRAY_BUFFER);
    expect(buffer(new make(content).subarray(2))).toEqual(new make(content).buffer);
  });
});

test('ArrayBuffer: new, byteLength, slice', () => {
  const create = builtin('arraybuffer.new', [isize], ARRAY_BUFFER);
  expect(create(5)).toEqual(new ArrayBuffer(5));
  expect(() => create(-1)).toThrow('Array buffer allocation failed');
  expect(builtin('arraybuffer.byteLength', [ARRAY_BUFFER], isize)(new ArrayBuffer(7))).toBe(7);
  const slice = builtin('arraybuffer.slice', [ARRAY_BUFFER, isize, isize], ARRAY_BUFFER);
  const bytes = () => new Uint8Array([1, 2, 3, 4]).buffer;
  for (const [from, to] of [
    [0, END],
    [1, -1],
    [-3, 2],
    [3, 1],
  ] as const) {
    expect(slice(bytes(), from, to)).toEqual(bytes().slice(from, to));
  }
});

test('DataView: construction', () => {
  const view = builtin('dataview.new', [ARRAY_BUFFER, isize, isize], DATA_VIEW);
  const rest = fn([ARRAY_BUFFER, isize], DATA_VIEW, (b = t.num(0), o = t.num(0)) =>
    t.builtin('dataview.new', DATA_VIEW, b, o, t.int(isize, Number(REST))),
  );
  for (const offset of [-1, 0, 3, 8, 9]) {
    const shape = (action: () => unknown) => {
      const result = outcome(action);
      return result instanceof DataView ? [result.byteOffset, result.byteLength] : result;
    };
    expect(shape(() => rest(new ArrayBuffer(8), offset))).toEqual(
      shape(() => new DataView(new ArrayBuffer(8), offset)),
    );
    for (const length of [0, 5, 8]) {
      expect(shape(() => view(new ArrayBuffer(8), offset, length))).toEqual(
        shape(() => new DataView(new ArrayBuffer(8), offset, length)),
      );
    }
  }
  expect(
    builtin('dataview.byteLength', [DATA_VIEW], isize)(new DataView(new ArrayBuffer(9), 2)),
  ).toBe(7);
});

const ACCESSORS = {
  i8: 'Int8',
  u8: 'Uint8',
  i16: 'Int16',
  u16: 'Uint16',
  i32: 'Int32',
  u32: 'Uint32',
  f32: 'Float32',
  f64: 'Float64',
  i64: 'BigInt64',
  u64: 'BigUint64',
} as const;

describe.each(Object.entries(ACCESSORS))('DataView %s', (key, name) => {
  const element = key as keyof typeof ACCESSORS;
  const seen = element === 'i64' || element === 'u64' ? INT_TYPES[element] : F64;
  const bytes = [0x81, 0x02, 0xf3, 0x44, 0x95, 0x06, 0xe7, 0x08, 0x99, 0x3f, 0xc0];
  const view = () => new DataView(new Uint8Array(bytes).buffer, 1);
  type Method = (offset: number, ...rest: readonly unknown[]) => unknown;
  const method = (kind: 'get' | 'set', on: DataView): Method => {
    const found = (on as unknown as Record<string, Method>)[`${kind}${name}`];
    return (...args) => found?.apply(on, args);
  };

  test('get in both byte orders, at any offset', () => {
    const get = builtin(`dataview.get.${element}`, [DATA_VIEW, isize, BOOLEAN], seen);
    for (const offset of [-1, 0, 1, 2, 3, 8, 9, 10]) {
      for (const little of [true, false]) {
        const expected = outcome(() => method('get', view())(offset, little));
        expect(outcome(() => get(view(), offset, little))).toEqual(expected);
      }
    }
  });

  test('set in both byte orders, converted', () => {
    const set = fn([DATA_VIEW, isize, seen, BOOLEAN], ARRAY_BUFFER, (v = t.num(0), ...rest) => [
      t.builtin(`dataview.set.${element}`, VOID, v, ...rest),
      t.builtin('arraybuffer.new', ARRAY_BUFFER, t.int(isize, 0)),
    ]);
    const written = fn(
      [DATA_VIEW, DATA_VIEW, isize, seen, BOOLEAN],
      F64,
      (v = t.num(0), first = t.num(0), ...rest) => [
        t.builtin(`dataview.set.${element}`, VOID, v, ...rest),
        t.builtin('dataview.get.f64', F64, first, t.int(isize, 0), t.bool(false)),
      ],
    );
    for (const value of [0, 1, -1.7, 258.9, 2 ** 40 + 3].map((v) =>
      seen === F64 ? v : BigInt(Math.trunc(v)),
    )) {
      const passed = element === 'u64' ? BigInt.asUintN(64, BigInt(value)) : value;
      for (const little of [true, false]) {
        const expected = view();
        method('set', expected)(1, value, little);
        const same = new DataView(new Uint8Array(bytes).buffer, 1);
        expect(written(same, same, 1, passed, little)).toBe(expected.getFloat64(0));
      }
    }
    expect(outcome(() => set(view(), 10, seen === F64 ? 1 : 1n, true))).toBe('RangeError');
  });
});
