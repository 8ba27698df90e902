// Arithmetic of every integer type against exact integers: the printed operators wrap as two's complement does.
import { fc } from '../harness/properties.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BinaryOperator, Expression } from '../../compiler/program/nodes.ts';
import {
  BOOLEAN,
  F32,
  F64,
  INT_TYPES,
  type IntName,
  type IntType,
  type RtsType,
} from '../../compiler/program/types.ts';
import {
  load,
  local,
  makeFunction,
  program,
  readLocal,
  returns,
  span,
  type Callable,
} from './programs.ts';

const OPERATORS: readonly BinaryOperator[] = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '&',
  '|',
  '^',
  '<<',
  '>>',
];
const NAMES = Object.keys(INT_TYPES) as IntName[];

/** Operands pass the boundary as i64 bits, so that isize and usize get values that no number holds. */
const CARRIER = INT_TYPES.i64;

const convert = (operand: Expression, type: RtsType): Expression => ({
  kind: 'convert', conversion: 'int-to-int', operand, type, span,
}); // prettier-ignore

function binaryFunction(name: string, type: IntType, operator: BinaryOperator) {
  const [a, b] = [local('a', CARRIER), local('b', CARRIER)];
  const [left, right] = [convert(readLocal(a), type), convert(readLocal(b), type)];
  const value: Expression = { kind: 'binary', operator, left, right, type, span };
  return makeFunction(name, [a, b], CARRIER, [returns(convert(value, CARRIER))]);
}

const wrap = ({ signed, bits }: IntType, value: bigint): bigint =>
  signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);

/** The exact result, not yet wrapped, or the error's message. */
function exact(operator: BinaryOperator, a: bigint, b: bigint, { bits }: IntType): bigint | string {
  const count = BigInt.asUintN(64, b) % BigInt(bits);
  switch (operator) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return b === 0n ? 'division by zero' : a / b;
    case '%': return b === 0n ? 'division by zero' : a % b;
    case '**': return b < 0n ? 'exponent must not be negative' : modularPower(a, b);
    case '&': return a & b;
    case '|': return a | b;
    case '^': return a ^ b;
    case '<<': return a << count;
    default: return a >> count;
  }
} // prettier-ignore

function modularPower(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = BigInt.asUintN(64, result * result * (bit === '1' ? base : 1n));
  }
  return result;
}

const outcome = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return (error as RangeError).message;
  }
};

const edges = [
  0n,
  1n,
  -1n,
  2n,
  7n,
  31n,
  32n,
  63n,
  64n,
  127n,
  -128n,
  255n,
  32767n,
  65535n,
  2n ** 31n - 1n,
  -(2n ** 31n),
  2n ** 32n - 1n,
  2n ** 53n - 1n,
  2n ** 53n,
  1n - 2n ** 53n,
  -(2n ** 53n),
  2n ** 53n + 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
];
const operand = fc.oneof(
  fc.constantFrom(...edges),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
);

let exports: Readonly<Record<string, Callable>>;
beforeAll(async () => {
  const functions = NAMES.flatMap((name) =>
    OPERATORS.map((operator, index) =>
      binaryFunction(`${name}_${index}`, INT_TYPES[name], operator),
    ),
  );
  exports = await load(program(functions));
});

describe.each(NAMES)('%s', (name) => {
  const type = INT_TYPES[name];
  test.each(OPERATORS.map((operator, index) => [operator, index] as const))(
    '%s',
    (operator, index) => {
      const run = exports[`${name}_${index}`] as Callable;
      const check = (x: bigint, y: bigint): void => {
        const [a, b] = [wrap(type, x), wrap(type, y)];
        const wanted = exact(operator, a, b, type);
        const carried = typeof wanted === 'string' ? wanted : wrap(CARRIER, wrap(type, wanted));
        expect(
          outcome(() => run(wrap(CARRIER, x), wrap(CARRIER, y))),
          `${a} ${operator} ${b}`,
        ).toBe(carried);
      };
      for (const x of edges) for (const y of edges) check(x, y);
      fc.assert(fc.property(operand, operand, check), { numRuns: 200 });
    },
  );
});

const conversion = (
  name: string,
  from: RtsType,
  to: RtsType,
  kind: Extract<Expression, { kind: 'convert' }>['conversion'],
) => {
  const x = local('x', from);
  return makeFunction(name, [x], to, [
    returns({ kind: 'convert', conversion: kind, operand: readLocal(x), type: to, span }),
  ]);
};

test('a float becomes an integer as ToInt32 does, for any width', async () => {
  const made = await load(program([
    ...NAMES.map((name) => conversion(name, F64, INT_TYPES[name], 'float-to-int')),
    conversion('truth', F64, BOOLEAN, 'to-boolean'),
  ])); // prettier-ignore
  const check = (x: number): void => {
    for (const name of NAMES) {
      const type = INT_TYPES[name];
      const wanted = wrap(type, Number.isFinite(x) ? BigInt(Math.trunc(x)) : 0n);
      expect(made[name]?.(x), `${name}(${x})`).toBe(type.bigint ? wanted : Number(wanted));
    }
  };
  for (const x of [
    0,
    -0,
    0.9,
    -0.9,
    NaN,
    Infinity,
    -Infinity,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    2 ** 64,
    1e300,
  ])
    check(x);
  fc.assert(fc.property(fc.double(), check));
  expect([0, NaN, 0.1].map((x) => made.truth?.(x))).toEqual([false, false, true]);
});

test('a 64-bit integer becomes an f32 with one rounding', async () => {
  const made = await load(
    program([
      conversion('f', INT_TYPES.i64, F32, 'int-to-float'),
      conversion('g', INT_TYPES.u64, F32, 'int-to-float'),
    ]),
  );
  // Half way between two floats plus one: rounding to a double first would make it a tie.
  expect(made.f?.(2n ** 62n + 2n ** 38n + 1n)).toBe(2 ** 62 + 2 ** 39);
  expect(made.f?.(-(2n ** 62n) - 2n ** 38n - 1n)).toBe(-(2 ** 62) - 2 ** 39);
  expect(made.f?.(2n ** 62n + 2n ** 38n)).toBe(2 ** 62);
  expect(made.g?.(2n ** 64n - 1n)).toBe(2 ** 64);
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n }),
      (x) => made.f?.(x) === Math.fround(Number(x)),
    ),
  );
});
