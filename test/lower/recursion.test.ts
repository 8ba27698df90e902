// Which functions look at the stack when they begin.
import { expect, test } from 'vitest';
import type { CheckedFunction } from '../../compiler/program/nodes.ts';
import { F64, VOID } from '../../compiler/program/types.ts';
import { execute, unitsOf } from '../flow/execute.ts';
import * as t from '../flow/tree.ts';

/** Functions that call each other as the table says; the names of those that check the stack. */
function checking(calls: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const named = (name: string): CheckedFunction => t.fn(name, [], VOID, []);
  const functions = Object.entries(calls).map(([name, callees]) =>
    t.fn(
      name,
      [],
      VOID,
      callees.map((callee) => t.run(t.call(named(callee)))),
    ),
  );
  const { low } = unitsOf(t.program({ functions }));
  return [...low.graphs.values()]
    .filter(({ start }) => start.ops[0]?.name === 'check_stack')
    .map(({ name }) => name);
}

test('no cycle, no check', () => {
  expect(checking({ a: ['b', 'c'], b: ['c'], c: [] })).toEqual([]);
});

test('a function that calls itself', () => {
  expect(checking({ a: ['b'], b: ['b'], c: ['b'] })).toEqual(['b']);
});

test('functions that call each other, not those that call them or are called by them', () => {
  expect(checking({ main: ['a'], a: ['b'], b: ['c', 'leaf'], c: ['a'], leaf: [] })).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('two cycles apart', () => {
  expect(checking({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'], e: ['a'] })).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('a chain of functions may be long', () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `f${i}`);
  const calls = Object.fromEntries(
    names.map((name, i) => [name, i + 1 < names.length ? [`f${i + 1}`] : ['f19999']]),
  );
  expect(checking(calls)).toEqual(['f19999']);
});

test('endless recursion is a RangeError', () => {
  const self = t.fn('self', [], F64, []);
  const program = t.program({ functions: [{ ...self, body: [t.give(t.call(self))] }] });
  expect(() => execute(program, 'self')).toThrow('Maximum call stack size exceeded');
});
