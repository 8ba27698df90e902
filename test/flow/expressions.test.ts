// Expressions of scalars, strings, nullables and calls, run as high and as low graphs and compared with JavaScript.
import { expect, test } from 'vitest';
import { BUILTINS, type BuiltinName } from '../../compiler/builtins/builtins.ts';
import type { BinaryOperator, CompareOperator, Expression } from '../../compiler/program/nodes.ts';
import {
  BOOLEAN,
  F32,
  F64,
  INT_TYPES,
  STRING,
  VOID,
  NULL,
  nullableOf,
  type RtsType,
} from '../../compiler/program/types.ts';
import { execute } from './execute.ts';
import * as t from './tree.ts';

const { i8, i32, u32, i64, u64, isize } = INT_TYPES;

/** The value of an expression on parameters `a` and `b` of one type. */
function of(
  type: RtsType,
  result: RtsType,
  build: (a: Expression, b: Expression) => Expression,
): (...args: readonly unknown[]) => unknown {
  const [a, b] = [t.local('a', type), t.local('b', type)];
  const program = t.program({
    functions: [t.fn('f', [a, b], result, [t.give(build(t.read(a), t.read(b)))])],
  });
  return (x, y = x) => execute(program, 'f', x, y);
}

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2.5,
  -7.9,
  31,
  33,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32 + 5,
  Number.NaN,
  Infinity,
];

const JAVASCRIPT: { readonly [O in BinaryOperator]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
};

test.each(Object.entries(JAVASCRIPT))('number %s number', (operator, compute) => {
  const run = of(F64, F64, (a, b) => t.binary(operator as BinaryOperator, a, b));
  for (const a of NUMBERS) for (const b of NUMBERS) expect(run(a, b)).toBe(compute(a, b));
});

const INTEGERS = [0, 1, -1, 7, -7, 2 ** 31 - 1, -(2 ** 31), 32];

test.each(['+', '-', '&', '|', '^', '<<', '>>'] as const)('i32 %s i32', (operator) => {
  const run = of(i32, i32, (a, b) => t.binary(operator, a, b));
  for (const a of INTEGERS) {
    for (const b of INTEGERS) expect(run(a, b)).toBe(JAVASCRIPT[operator](a, b) | 0);
  }
});

test('i32 *, / and % wrap, truncate and throw', () => {
  const times = of(i32, i32, (a, b) => t.binary('*', a, b));
  const over = of(i32, i32, (a, b) => t.binary('/', a, b));
  const rest = of(i32, i32, (a, b) => t.binary('%', a, b));
  for (const a of INTEGERS) {
    for (const b of INTEGERS) {
      expect(times(a, b)).toBe(Math.imul(a, b));
      if (b !== 0) expect(over(a, b)).toBe((a / b) | 0);
      if (b !== 0) expect(rest(a, b)).toBe((a % b) | 0);
    }
  }
  expect(() => over(1, 0)).toThrow(new RangeError('division by zero'));
  expect(() => rest(1, 0)).toThrow(new RangeError('division by zero'));
});

test('division by a constant', () => {
  expect(of(i32, i32, (a) => t.binary('/', a, t.int(i32, 10)))(-25)).toBe(-2);
  expect(() => of(i32, i32, (a) => t.binary('/', a, t.int(i32, 0)))(1)).toThrow(RangeError);
});

test('other widths', () => {
  expect(of(i8, i8, (a, b) => t.binary('+', a, b))(100, 100)).toBe(-56);
  expect(of(i8, i8, (a, b) => t.binary('<<', a, b))(1, 9)).toBe(2);
  expect(of(u32, u32, (a, b) => t.binary('>>', a, b))(2 ** 31, 31)).toBe(1);
  expect(of(u32, u32, (a, b) => t.binary('>>>', a, b))(2 ** 31, 33)).toBe(2 ** 30);
  expect(of(u64, u64, (a, b) => t.binary('*', a, b))(2n ** 63n, 3n)).toBe(2n ** 63n);
  expect(of(i64, i64, (a, b) => t.binary('-', a, b))(-(2n ** 63n), 1n)).toBe(2n ** 63n - 1n);
  expect(of(F32, F32, (a, b) => t.binary('+', a, b))(1, 2 ** -30)).toBe(1);
});

test('integer powers', () => {
  const power = of(i32, i32, (a, b) => t.binary('**', a, b));
  expect(power(-3, 3)).toBe(-27);
  expect(power(2, 33)).toBe(0);
  expect(() => power(2, -1)).toThrow(new RangeError('exponent must not be negative'));
});

test('unary operators', () => {
  expect(of(F64, F64, (a) => t.unary('-', a))(0)).toBe(-0);
  expect(of(F64, F64, (a) => t.unary('~', a))(5.9)).toBe(~5.9);
  expect(of(i32, i32, (a) => t.unary('-', a))(-(2 ** 31))).toBe(-(2 ** 31));
  expect(of(u32, u32, (a) => t.unary('~', a))(0)).toBe(2 ** 32 - 1);
  expect(of(BOOLEAN, BOOLEAN, (a) => t.unary('!', a))(true)).toBe(false);
});

const COMPARISONS: {
  readonly [O in CompareOperator]: (a: number | string, b: number | string) => boolean;
} = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

test.each(Object.entries(COMPARISONS))('comparison %s', (operator, compute) => {
  const compare = (type: RtsType) =>
    of(type, BOOLEAN, (a, b) => t.compare(operator as CompareOperator, a, b));
  const onNumbers = compare(F64);
  for (const a of NUMBERS) for (const b of NUMBERS) expect(onNumbers(a, b)).toBe(compute(a, b));
  const onIntegers = compare(i32);
  for (const a of INTEGERS) for (const b of INTEGERS) expect(onIntegers(a, b)).toBe(compute(a, b));
  const onStrings = compare(STRING);
  const strings = ['', 'a', 'ab', 'abc', 'b', 'aé', 'a\ud83d\ude00', 'a\uffff'];
  for (const a of strings) for (const b of strings) expect(onStrings(a, b)).toBe(compute(a, b));
  const onBooleans = compare(BOOLEAN);
  for (const a of [false, true]) {
    for (const b of [false, true]) expect(onBooleans(a, b)).toBe(compute(Number(a), Number(b)));
  }
});

test('logical operators as values do not evaluate what they need not', () => {
  const x = t.variable('x');
  const [a, b] = [t.local('a', BOOLEAN), t.local('b', BOOLEAN)];
  const effect = t.sequence([t.assign(x, t.num(1))], t.read(b));
  const program = (operator: '&&' | '||') => {
    const v = t.local('v', BOOLEAN);
    const bit = t.convert('boolean-to-number', F64, t.read(v));
    return t.program({
      functions: [
        t.fn('f', [a, b], F64, [
          t.declare(x, t.num(0)),
          t.declare(v, t.logical(operator, t.read(a), effect)),
          t.give(t.binary('+', t.binary('*', t.read(x), t.num(10)), bit)),
        ]),
      ],
    });
  };
  expect(execute(program('&&'), 'f', false, true)).toBe(0);
  expect(execute(program('&&'), 'f', true, false)).toBe(10);
  expect(execute(program('&&'), 'f', true, true)).toBe(11);
  expect(execute(program('||'), 'f', true, false)).toBe(1);
  expect(execute(program('||'), 'f', false, true)).toBe(11);
});

test('nested conditions', () => {
  const test1 = (a: Expression, b: Expression) =>
    t.logical('||', t.unary('!', t.logical('&&', a, b)), t.conditional(a, b, t.bool(false)));
  const run = of(BOOLEAN, F64, (a, b) => t.conditional(test1(a, b), t.num(1), t.num(2)));
  for (const a of [false, true]) for (const b of [false, true]) expect(run(a, b)).toBe(1);
  const negated = of(BOOLEAN, F64, (a, b) =>
    t.conditional(t.unary('!', t.logical('||', a, b)), t.num(1), t.num(2)),
  );
  expect(negated(false, false)).toBe(1);
  expect(negated(false, true)).toBe(2);
});

test('let and sequence, as values and as conditions', () => {
  const temporary = t.local('', F64);
  const square = (a: Expression) =>
    t.letIn([{ local: temporary, value: a }], t.binary('*', t.read(temporary), t.read(temporary)));
  expect(of(F64, F64, (a, b) => t.binary('+', square(a), square(b)))(3, 4)).toBe(25);
  const isSmall = (a: Expression) =>
    t.letIn([{ local: temporary, value: a }], t.compare('<', t.read(temporary), t.num(5)));
  const run = of(F64, F64, (a) => t.conditional(t.sequence([a], isSmall(a)), t.num(1), t.num(2)));
  expect(run(4)).toBe(1);
  expect(run(6)).toBe(2);
});

test('operands are evaluated from left to right', () => {
  const x = t.variable('x');
  const program = t.program({
    functions: [
      t.fn('f', [], F64, [
        t.declare(x, t.num(1)),
        t.give(t.binary('-', t.read(x), t.assign(x, t.num(10)))),
      ]),
    ],
  });
  expect(execute(program, 'f')).toBe(-9);
});

test('numeric conversions', () => {
  expect(of(i32, i8, (a) => t.convert('int-to-int', i8, a))(200)).toBe(-56);
  expect(of(i32, u64, (a) => t.convert('int-to-int', u64, a))(-1)).toBe(2n ** 64n - 1n);
  expect(of(i64, F64, (a) => t.convert('int-to-float', F64, a))(2n ** 53n + 1n)).toBe(2 ** 53);
  expect(of(u64, F32, (a) => t.convert('int-to-float', F32, a))(2n ** 62n + 2n ** 38n + 1n)).toBe(
    2 ** 62 + 2 ** 39,
  );
  expect(of(F64, F32, (a) => t.convert('float-to-float', F32, a))(0.1)).toBe(Math.fround(0.1));
  const toI8 = of(F64, i8, (a) => t.convert('float-to-int', i8, a));
  expect([toI8(127.9), toI8(128), toI8(-129), toI8(Number.NaN), toI8(Infinity)]).toEqual([
    127, -128, 127, 0, 0,
  ]);
  expect(of(BOOLEAN, isize, (a) => t.convert('boolean-to-number', isize, a))(true)).toBe(1);
  expect(of(BOOLEAN, F64, (a) => t.convert('boolean-to-number', F64, a))(true)).toBe(1);
});

test('to-boolean of every type', () => {
  const truth = (type: RtsType) => of(type, BOOLEAN, (a) => t.convert('to-boolean', BOOLEAN, a));
  expect([0, -0, Number.NaN, 1, -0.5].map((x) => truth(F64)(x))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect([0n, 5n].map((x) => truth(i64)(x))).toEqual([false, true]);
  expect(['', '0'].map((x) => truth(STRING)(x))).toEqual([false, true]);
  expect([true, false].map((x) => truth(BOOLEAN)(x))).toEqual([true, false]);
  const maybe = nullableOf(F64, true, true);
  expect([null, undefined, 0, Number.NaN, 3].map((x) => truth(maybe)(x))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
  const branch = of(maybe, F64, (a) =>
    t.conditional(t.convert('to-boolean', BOOLEAN, a), t.num(1), t.num(2)),
  );
  expect([null, undefined, 0, Number.NaN, 3].map((x) => branch(x))).toEqual([2, 2, 2, 2, 1]);
});

test('nullables', () => {
  const maybe = nullableOf(STRING, true, true);
  const test1 = (conversion: 'is-present' | 'is-null' | 'is-undefined') =>
    of(maybe, BOOLEAN, (a) => t.convert(conversion, BOOLEAN, a));
  const values = ['s', '', null, undefined];
  expect(values.map((x) => test1('is-present')(x))).toEqual([true, true, false, false]);
  expect(values.map((x) => test1('is-null')(x))).toEqual([false, false, true, false]);
  expect(values.map((x) => test1('is-undefined')(x))).toEqual([false, false, false, true]);
  const wide = nullableOf(F64, true, true);
  const narrow = nullableOf(F64, true, false);
  expect(of(F64, wide, (a) => t.convert('to-nullable', wide, a))(4)).toBe(4);
  expect(of(narrow, wide, (a) => t.convert('to-nullable', wide, a))(null)).toBe(null);
  expect(of(wide, narrow, (a) => t.convert('from-nullable', narrow, a))(null)).toBe(null);
  expect(of(wide, F64, (a) => t.convert('from-nullable', F64, a))(4)).toBe(4);
  const coalesced = of(maybe, STRING, (a) =>
    t.conditional(
      t.convert('is-present', BOOLEAN, a),
      t.convert('from-nullable', STRING, a),
      t.text('none'),
    ),
  );
  expect(values.map((x) => coalesced(x))).toEqual(['s', '', 'none', 'none']);
});

test('constant nullables', () => {
  const maybe = nullableOf(STRING, true, true);
  const give = (value: Expression) =>
    execute(t.program({ functions: [t.fn('f', [], maybe, [t.give(value)])] }), 'f');
  expect(give(t.constant(maybe, null))).toBe(null);
  expect(give(t.constant(maybe, undefined))).toBe(undefined);
  expect(give(t.constant(maybe, 'x'))).toBe('x');
  expect(give(t.convert('to-nullable', maybe, t.constant(NULL, null)))).toBe(null);
  expect(give(t.convert('to-nullable', maybe, t.text('y')))).toBe('y');
});

test('strings', () => {
  const at = (index: number) =>
    of(STRING, F64, (a) => t.builtin('string.charCodeAt', F64, a, t.int(isize, index)))('hé\ud83d');
  expect([0, 1, 2, 3, -1].map(at)).toEqual([0x68, 0xe9, 0xd83d, Number.NaN, Number.NaN]);
  expect(of(STRING, isize, (a) => t.builtin('string.length', isize, a))('abc')).toBe(3);
});

test('builtins of numbers', () => {
  expect(of(F64, F64, (a) => t.builtin('Math.sqrt', F64, a))(2)).toBe(Math.SQRT2);
  expect(of(F64, F64, (a, b) => t.builtin('Math.max', F64, a, b))(-0, 0)).toBe(0);
  expect(of(u32, u32, (a) => t.builtin('Math.clz32', u32, a))(1)).toBe(31);
  expect(of(i32, i32, (a, b) => t.builtin('Math.imul', i32, a, b))(2 ** 30, 6)).toBe(
    Math.imul(2 ** 30, 6),
  );
});

const MATH = Object.keys(BUILTINS).filter((name) => name.startsWith('Math.'));
const ON_NUMBERS = MATH.filter(
  (name) => !['Math.imul', 'Math.clz32', 'Math.random'].includes(name),
);

test.each(ON_NUMBERS)('%s', (name) => {
  const compute = Reflect.get(Math, name.slice('Math.'.length)) as (...args: number[]) => number;
  const builtin = name as BuiltinName;
  const isUnary = BUILTINS[builtin].parameters.length === 1;
  const run = of(F64, F64, (a, b) => t.builtin(builtin, F64, ...(isUnary ? [a] : [a, b])));
  for (const a of [0.5, -2.5, 3, Number.NaN]) {
    expect(run(a, 2)).toBe(isUnary ? compute(a) : compute(a, 2));
  }
});

test('Math.random', () => {
  const program = t.program({
    functions: [
      t.fn('f', [], BOOLEAN, [t.give(t.compare('<', t.builtin('Math.random', F64), t.num(1)))]),
    ],
  });
  expect(execute(program, 'f')).toBe(true);
});

test('calls, also of functions that call each other', () => {
  const n = t.local('n', i32);
  const even = t.fn('even', [n], BOOLEAN, []);
  const step = (callee: typeof even) => t.call(callee, t.binary('-', t.read(n), t.int(i32, 1)));
  const body = (callee: typeof even, end: boolean) => [
    t.when(t.compare('===', t.read(n), t.int(i32, 0)), [t.give(t.bool(end))]),
    t.give(step(callee)),
  ];
  const odd = t.fn('odd', [n], BOOLEAN, body(even, false));
  const program = t.program({ functions: [{ ...even, body: body(odd, true) }, odd] });
  expect(execute(program, 'even', 7)).toBe(false);
  expect(execute(program, 'odd', 7)).toBe(true);
});

test('calls without a result, and calls that pass strings and nullables', () => {
  const [s, m] = [t.local('s', STRING), t.local('m', nullableOf(STRING, false, true))];
  const nothing = t.fn('nothing', [s], VOID, []);
  const choose = t.fn('choose', [s, m], STRING, [
    t.give(
      t.conditional(
        t.convert('is-present', BOOLEAN, t.read(m)),
        t.convert('from-nullable', STRING, t.read(m)),
        t.read(s),
      ),
    ),
  ]);
  const f = t.fn('f', [s, m], STRING, [
    t.run(t.call(nothing, t.read(s))),
    t.give(t.call(choose, t.read(s), t.read(m))),
  ]);
  const program = t.program({ functions: [f, nothing, choose] });
  expect(execute(program, 'f', 'a', undefined)).toBe('a');
  expect(execute(program, 'f', 'a', 'b')).toBe('b');
});
