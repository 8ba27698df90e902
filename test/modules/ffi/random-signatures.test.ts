// Signatures that nobody chose: C is generated that mixes all arguments into a result, and callbacks that are given them; what comes out
// is compared with what JavaScript computes from the same values.
import { describe, expect, test } from 'vitest';
import {
  CallbackPtr,
  CDLL,
  Field,
  type FfiType,
  Structure,
  types,
} from '../../../modules/_ffi/index.ts';
import { compileC } from './c-library.ts';

/** A small generator of numbers: the same each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Scalar {
  readonly c: string;
  readonly type: FfiType;
  readonly values: readonly (number | bigint)[];
}

const SCALARS: readonly Scalar[] = [
  { c: 'signed char', type: types.sbyte, values: [-128, -1, 0, 5, 127] },
  { c: 'unsigned char', type: types.ubyte, values: [0, 7, 255] },
  { c: 'short', type: types.sshort, values: [-32768, 12, 32767] },
  { c: 'unsigned short', type: types.ushort, values: [0, 9, 65535] },
  { c: 'int', type: types.sint, values: [-2147483648, -3, 0, 2147483647] },
  { c: 'unsigned', type: types.uint, values: [0, 11, 4294967295] },
  { c: 'long', type: types.slong, values: [-(2n ** 40n), -1n, 3n, 2n ** 50n] },
  { c: 'unsigned long long', type: types.ulonglong, values: [0n, 1n, 2n ** 52n] },
  { c: 'float', type: types.float, values: [0.5, -1.25, 3] },
  { c: 'double', type: types.double, values: [0.125, -2, 1e6] },
  { c: 'long double', type: types.longdouble, values: [0.25, -3, 1e7] },
];

type Shape = Scalar | readonly Scalar[];

const isStruct = (shape: Shape): shape is readonly Scalar[] => Array.isArray(shape);
const scalarsOf = (shape: Shape): readonly Scalar[] => (isStruct(shape) ? shape : [shape]);

interface Signature {
  readonly name: string;
  readonly args: readonly Shape[];
  readonly result: Shape;
}

function signatures(count: number, seed: number): Signature[] {
  const random = randomFrom(seed);
  const scalar = (): Scalar => SCALARS[random(SCALARS.length)] as Scalar;
  const shape = (): Shape =>
    random(4) === 0 ? Array.from({ length: 1 + random(5) }, scalar) : scalar();
  return Array.from({ length: count }, (_, index) => ({
    name: `f${index}`,
    args: Array.from({ length: random(12) }, shape),
    result: shape(),
  }));
}

const cType = (shape: Shape, name: string): string =>
  isStruct(shape) ? `struct ${name}` : shape.c;

/** The mix is a double that all values fit into; the result is `result` of it, small enough for every type. */
function cSource({ name, args, result }: Signature): string {
  const all = [...args, result].map((shape, i) => ({ shape, name: `${name}_${i}` }));
  const structs = all.flatMap((one) =>
    isStruct(one.shape)
      ? [`struct ${one.name} { ${one.shape.map(({ c }, i) => `${c} m${i};`).join(' ')} };`]
      : [],
  );
  const kinds = all.map((one) => cType(one.shape, one.name));
  const gives = kinds[args.length] ?? '';
  const parameters = args.map((_, i) => `${kinds[i]} a${i}`).join(', ') || 'void';
  let weight = 0;
  const sum = args.flatMap((shape, i) =>
    scalarsOf(shape).map((_, m) => `${++weight} * (double)a${i}${isStruct(shape) ? `.m${m}` : ''}`),
  );
  const small = '(x < 0 ? -x : x)';
  const made = scalarsOf(result).map((_, m) => `(long)__builtin_fmod(${small}, ${m + 50})`);
  const value = isStruct(result) ? `(${gives}){ ${made.join(', ')} }` : `(${gives})${made[0]}`;
  return `${structs.join('\n')}
${gives} ${name}(${parameters}) { double x = ${sum.join(' + ') || '0'}; return ${value}; }
${gives} ${name}_back(${gives} (*f)(${args.map((_, i) => kinds[i]).join(', ') || 'void'})${args
    .map((_, i) => `, ${kinds[i]} a${i}`)
    .join('')}) { return f(${args.map((_, i) => `a${i}`).join(', ')}); }`;
}

function typeOf(shape: Shape, name: string): FfiType {
  if (!isStruct(shape)) return shape.type;
  return new Structure(
    name,
    shape.map(({ type }, i) => new Field(`m${i}`, type)),
  );
}

const numbersOf = (value: unknown): number[] => {
  if (typeof value !== 'object' || value === null) return [Number(value)];
  const one = value as { type: Structure; getfield(name: string): unknown };
  return one.type.fields.map(({ name }) => Number(one.getfield(name)));
};

/** What the generated C computes. */
function mixed(args: readonly unknown[], result: Shape): number[] {
  const sum = args.flatMap(numbersOf).reduce((total, one, i) => total + (i + 1) * one, 0);
  return scalarsOf(result).map((_, m) => Math.trunc(Math.abs(sum) % (m + 50)));
}

const COUNT = 150;
const all = signatures(COUNT, 20);
const lib = new CDLL(compileC(all.map(cSource).join('\n')));

// On a helper thread, callbacks are those of another thread.
describe.each([
  ['on this thread', { releasegil: false }],
  ['on a helper thread', { releasegil: true }],
])('random signatures, %s', (_name, options) => {
  const random = randomFrom(7);
  const valueOf = (shape: Shape, type: FfiType): unknown => {
    const pick = ({ values }: Scalar): number | bigint => values[random(values.length)] ?? 0;
    if (!isStruct(shape)) return pick(shape);
    const values = Object.fromEntries(shape.map((one, i) => [`m${i}`, pick(one)]));
    return (type as Structure).allocate(values as never);
  };
  const made = all.map((one) => {
    const args = one.args.map((shape, i) => typeOf(shape, `${one.name}_${i}`));
    return { ...one, args, shapes: one.args, type: typeOf(one.result, `${one.name}_result`) };
  });

  test(`${COUNT} functions`, () => {
    for (const { name, args, shapes, type, result } of made) {
      const call = lib.getfunc(name, args, type, options) as (...values: unknown[]) => unknown;
      for (let round = 0; round < 20; round++) {
        const values = shapes.map((shape, i) => valueOf(shape, args[i] as FfiType));
        expect(numbersOf(call(...values)), name).toEqual(mixed(values, result));
      }
    }
  });

  test(`${COUNT} callbacks`, () => {
    for (const { name, args, shapes, type, result } of made) {
      let seen: unknown[] = [];
      const give = (...values: unknown[]): unknown => {
        seen = values;
        const got = mixed(values, result);
        const numbers = scalarsOf(result).map((one, i) =>
          typeof one.values[0] === 'bigint' ? BigInt(got[i] ?? 0) : (got[i] ?? 0),
        );
        if (!isStruct(result)) return numbers[0];
        return (type as Structure).allocate(
          Object.fromEntries(numbers.map((one, i) => [`m${i}`, one])) as never,
        );
      };
      using callback = new CallbackPtr(give as never, args, type);
      const back = lib.getfunc(`${name}_back`, [types.void_p, ...args], type, options) as (
        ...values: unknown[]
      ) => unknown;
      for (let round = 0; round < 5; round++) {
        const values = shapes.map((shape, i) => valueOf(shape, args[i] as FfiType));
        expect(numbersOf(back(callback, ...values)), name).toEqual(mixed(values, result));
        expect(seen.flatMap(numbersOf), name).toEqual(values.flatMap(numbersOf));
      }
    }
  });
});
