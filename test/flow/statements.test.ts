// Statements, run as high and as low graphs.
import { expect, test } from 'vitest';
import {
  BOOLEAN,
  F64,
  INT_TYPES,
  NEVER,
  STRING,
  VOID,
  nullableOf,
} from '../../compiler/program/types.ts';
import type { Expression, Statement } from '../../compiler/program/nodes.ts';
import { execute } from './execute.ts';
import * as t from './tree.ts';

const { i32, u8 } = INT_TYPES;
const n = t.local('n');
const x = t.variable('x');
const i = t.variable('i');
const total = t.variable('total');

const add = (to: typeof x, value: Expression) => t.set(to, t.binary('+', t.read(to), value));
const below = (limit: number) => t.compare('<', t.read(i), t.num(limit));
const increment = t.assign(i, t.binary('+', t.read(i), t.num(1)));
const one = (functionBody: readonly Statement[]) =>
  t.program({ functions: [t.fn('f', [n], F64, functionBody)] });
const is = (value: number) => t.compare('===', t.read(n), t.num(value));

test('assignments on both ways of an if meet', () => {
  const program = one([
    t.declare(x),
    t.when(is(1), [t.set(x, t.num(10))], [t.set(x, t.num(20))]),
    t.give(t.read(x)),
  ]);
  expect(execute(program, 'f', 1)).toBe(10);
  expect(execute(program, 'f', 2)).toBe(20);
});

test('a constant test has one way', () => {
  const program = one([
    t.declare(x),
    t.when(t.bool(true), [t.set(x, t.num(1))]),
    t.give(t.read(x)),
  ]);
  expect(execute(program, 'f', 0)).toBe(1);
});

test('what is assigned on the way to a test is known behind it', () => {
  const assigned = t.compare('>', t.assign(x, t.num(7)), t.num(0));
  const program = one([
    t.declare(x),
    t.when(t.logical('&&', is(1), assigned), [t.give(t.read(x))]),
    t.give(t.num(-1)),
  ]);
  expect(execute(program, 'f', 1)).toBe(7);
  expect(execute(program, 'f', 2)).toBe(-1);
});

test('declarations of an inner block hide nothing outside', () => {
  const inner = t.variable('x');
  const program = one([
    t.declare(x, t.num(1)),
    t.block(t.declare(inner, t.num(5)), add(inner, t.num(1))),
    t.give(t.read(x)),
  ]);
  expect(execute(program, 'f', 0)).toBe(1);
});

test('a declaration without a value is undefined where undefined is one', () => {
  const maybe = t.variable('maybe', nullableOf(F64, false, true));
  const program = t.program({
    functions: [
      t.fn('f', [], BOOLEAN, [
        t.declare(maybe),
        t.give(t.convert('is-undefined', BOOLEAN, t.read(maybe))),
      ]),
    ],
  });
  expect(execute(program, 'f')).toBe(true);
});

test('for: sums, continue goes to the update, break behind the loop', () => {
  const here = t.target();
  const isEven = t.compare('===', t.binary('%', t.read(i), t.num(2)), t.num(0));
  const program = one([
    t.declare(total, t.num(0)),
    t.declare(i, t.num(0)),
    t.loop(
      { target: here, test: below(100), update: increment },
      t.when(isEven, [t.continueTo(here)]),
      t.when(t.compare('>', t.read(i), t.read(n)), [t.breakTo(here)]),
      add(total, t.read(i)),
    ),
    t.give(t.read(total)),
  ]);
  expect(execute(program, 'f', 7)).toBe(1 + 3 + 5 + 7);
  expect(execute(program, 'f', 1000)).toBe(2500);
});

test('while: not at all, or several times', () => {
  const program = one([
    t.declare(x, t.read(n)),
    t.declare(total, t.num(0)),
    t.loop(
      { test: t.compare('>', t.read(x), t.num(0)) },
      t.set(x, t.binary('-', t.read(x), t.num(1))),
      add(total, t.num(2)),
    ),
    t.give(t.read(total)),
  ]);
  expect(execute(program, 'f', 0)).toBe(0);
  expect(execute(program, 'f', 4)).toBe(8);
});

test('do: at least once, continue goes to the test', () => {
  const here = t.target();
  const program = one([
    t.declare(i, t.num(0)),
    t.declare(total, t.num(0)),
    t.loop(
      { target: here, test: t.compare('<', t.read(i), t.read(n)), testAtEnd: true },
      t.run(increment),
      t.when(t.compare('===', t.read(i), t.num(2)), [t.continueTo(here)]),
      add(total, t.read(i)),
    ),
    t.give(t.read(total)),
  ]);
  expect(execute(program, 'f', -5)).toBe(1);
  expect(execute(program, 'f', 4)).toBe(1 + 3 + 4);
});

test('an endless loop ends by break, and its variable is known behind it', () => {
  const here = t.target();
  const program = one([
    t.declare(x),
    t.declare(i, t.num(0)),
    t.loop(
      { target: here },
      t.run(increment),
      t.when(t.compare('===', t.read(i), t.read(n)), [
        t.set(x, t.binary('*', t.read(i), t.num(10))),
        t.breakTo(here),
      ]),
    ),
    t.give(t.read(x)),
  ]);
  expect(execute(program, 'f', 3)).toBe(30);
});

test('labels: continue and break of the outer loop', () => {
  const outer = t.target('outer');
  const j = t.variable('j');
  const program = one([
    t.declare(total, t.num(0)),
    t.declare(i, t.num(0)),
    t.loop(
      { target: outer, test: below(10), update: increment },
      t.declare(j, t.num(0)),
      t.loop(
        { test: t.bool(true), update: t.assign(j, t.binary('+', t.read(j), t.num(1))) },
        t.when(t.compare('===', t.read(i), t.num(5)), [t.breakTo(outer)]),
        t.when(t.compare('===', t.read(j), t.read(i)), [t.continueTo(outer)]),
        add(total, t.num(1)),
      ),
    ),
    t.give(t.read(total)),
  ]);
  expect(execute(program, 'f', 0)).toBe(0 + 1 + 2 + 3 + 4);
});

test('a labelled block is left by break', () => {
  const here = t.target('here');
  const program = one([
    t.declare(x, t.num(1)),
    t.labelled(here, t.when(is(1), [t.breakTo(here)]), t.set(x, t.num(2))),
    t.give(t.read(x)),
  ]);
  expect(execute(program, 'f', 1)).toBe(1);
  expect(execute(program, 'f', 0)).toBe(2);
});

const breaking = (value: number, to: ReturnType<typeof t.target>) => [
  add(total, t.num(value)),
  t.breakTo(to),
];

test('switch on a number: many cases, falling through, default in the middle', () => {
  const here = t.target();
  const program = one([
    t.declare(total, t.num(0)),
    t.switchOn(
      n,
      [
        { test: t.num(0), body: breaking(1, here) },
        { test: t.num(1), body: [add(total, t.num(10))] },
        { test: null, body: breaking(100, here) },
        { test: t.num(-2), body: breaking(1000, here) },
        { test: t.num(1), body: breaking(5555, here) },
        { test: t.num(7), body: [] },
        { test: t.num(8), body: [add(total, t.num(10000))] },
      ],
      here,
    ),
    t.give(t.read(total)),
  ]);
  const expected: readonly [number, number][] = [
    [0, 1],
    [-0, 1],
    [1, 110],
    [-2, 1000],
    [7, 10000],
    [8, 10000],
    [9, 100],
    [0.5, 100],
    [Number.NaN, 100],
    [2 ** 32, 100],
    [2 ** 32 + 1, 100],
  ];
  for (const [value, result] of expected) expect(execute(program, 'f', value)).toBe(result);
});

test('switch with few or other cases compares in order', () => {
  const s = t.local('s', STRING);
  const here = t.target();
  const program = t.program({
    functions: [
      t.fn('f', [s], F64, [
        t.declare(total, t.num(0)),
        t.switchOn(
          s,
          [
            { test: t.text('a'), body: [add(total, t.num(1))] },
            { test: t.text('bb'), body: breaking(10, here) },
            { test: t.text('a'), body: breaking(100, here) },
          ],
          here,
        ),
        t.give(t.read(total)),
      ]),
    ],
  });
  expect(execute(program, 'f', 'a')).toBe(11);
  expect(execute(program, 'f', 'bb')).toBe(10);
  expect(execute(program, 'f', 'b')).toBe(0);
});

test('switch on a narrow integer', () => {
  const small = t.local('small', u8);
  const cases = [0, 200, 255, 3].map((value) => ({
    test: t.int(u8, value),
    body: [t.give(t.num(value + 1))],
  }));
  const program = t.program({
    functions: [t.fn('f', [small], F64, [t.switchOn(small, cases), t.give(t.num(-1))])],
  });
  expect(execute(program, 'f', 200)).toBe(201);
  expect(execute(program, 'f', 255)).toBe(256);
  expect(execute(program, 'f', 4)).toBe(-1);
});

test('a variable declared in one case is in scope in the next', () => {
  const here = t.target();
  const program = one([
    t.switchOn(
      n,
      [
        { test: t.num(1), body: [t.declare(x, t.num(5))] },
        { test: t.num(2), body: [t.set(x, t.num(6)), t.give(t.read(x))] },
      ],
      here,
    ),
    t.give(t.num(0)),
  ]);
  expect(execute(program, 'f', 1)).toBe(6);
  expect(execute(program, 'f', 3)).toBe(0);
});

test('throw: kind and message', () => {
  const program = one([t.fail('TypeError', t.text('no {0}'))]);
  expect(() => execute(program, 'f', 1)).toThrow(new TypeError('no {0}'));
});

test('statements behind a jump are dropped', () => {
  const program = one([t.give(t.num(1)), t.set(x, t.num(2)), t.give(t.read(x))]);
  expect(execute(program, 'f', 0)).toBe(1);
});

test('behind a call that never returns nothing needs a value', () => {
  const never = t.fn('never', [], NEVER, [t.fail('Error', t.text('never'))]);
  const program = t.program({
    functions: [
      t.fn('f', [n], F64, [
        t.declare(x),
        t.when(is(1), [t.set(x, t.num(1))], [t.run(t.call(never))]),
        t.give(t.binary('+', t.read(x), t.num(1))),
      ]),
      never,
    ],
  });
  expect(execute(program, 'f', 1)).toBe(2);
  expect(() => execute(program, 'f', 2)).toThrow('never');
});

test('the end of a function: void returns, a nullable gives undefined, others throw', () => {
  const program = t.program({
    functions: [
      t.fn('nothing', [n], VOID, [t.when(is(1), [t.give()])]),
      t.fn('maybe', [n], nullableOf(i32, false, true), [
        t.when(is(1), [t.give(t.constant(nullableOf(i32, false, true), 4))]),
      ]),
      t.fn('must', [n], i32, [t.when(is(1), [t.give(t.int(i32, 4))])]),
    ],
  });
  expect(execute(program, 'nothing', 1)).toBe(undefined);
  expect(execute(program, 'nothing', 2)).toBe(undefined);
  expect(execute(program, 'maybe', 1)).toBe(4);
  expect(execute(program, 'maybe', 2)).toBe(undefined);
  expect(execute(program, 'must', 1)).toBe(4);
  expect(() => execute(program, 'must', 2)).toThrow(TypeError);
});
