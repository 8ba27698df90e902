// `try`: which edges lead to the handler, what is put on the ways out, and that what does not throw is as without it.
import { expect, test } from 'vitest';
import { flow } from '../../compiler/flow/flow.ts';
import type { Graph } from '../../compiler/graph/graph.ts';
import { linksOf, reversePostorder } from '../../compiler/graph/walk.ts';
import type { Statement } from '../../compiler/program/nodes.ts';
import { F64, TYPED_ARRAYS, VOID } from '../../compiler/program/types.ts';
import { execute } from './execute.ts';
import * as t from './tree.ts';

const n = t.variable('n');
const bytes = t.local('bytes', TYPED_ARRAYS.get('Uint8Array') ?? VOID);
const sum = t.variable('sum');
const readBytes = t.read(t.element(t.read(bytes), t.read(n)), F64);

const program = (...body: readonly Statement[]) =>
  t.program({ functions: [t.fn('f', [n, bytes], F64, [...body, t.give(t.num(-1))])] });

function graphOf(...body: readonly Statement[]): Graph {
  const graph = flow(program(...body)).graphs.get('f');
  if (!graph) throw new Error('no graph');
  return graph;
}

const exits = (graph: Graph, kind: string): number =>
  reversePostorder(graph).filter(({ exit }) => exit.kind === kind).length;

const attempt = (
  body: readonly Statement[],
  caught: readonly Statement[] | null,
  finalizer: readonly Statement[] | null = null,
): Statement => ({
  kind: 'try',
  body,
  handler: caught && { local: null, body: caught },
  finalizer,
  span: t.span,
});

const array = (): Uint8Array => new Uint8Array([5, 6, 7]);

test('raising ops lead to the handler, others do not', () => {
  const graph = graphOf(attempt([t.give(readBytes)], [t.give(t.num(9))]));
  // The index may be none, the element may be out of range.
  expect(exits(graph, 'try')).toBe(2);
  const plain = graphOf(attempt([t.give(t.binary('+', t.read(n), t.num(1)))], [t.give(t.num(9))]));
  expect(exits(plain, 'try')).toBe(0);
  expect(reversePostorder(plain)).toHaveLength(1);
});

test('the handler gets the values of the place that raised', () => {
  const body = [
    t.declare(sum, t.num(1)),
    attempt([t.set(sum, t.num(2)), t.set(sum, readBytes), t.set(sum, t.num(4))], []),
    t.give(t.read(sum)),
  ];
  expect(execute(program(...body), [['f', 0, array()]])).toEqual([4]);
  expect(execute(program(...body), [['f', 3, array()]])).toEqual([2]);
});

test('a throw inside of its try is a jump', () => {
  const thrown: Statement = { kind: 'throw', error: 'Error', message: t.text('x'), span: t.span };
  const graph = graphOf(attempt([thrown], [t.give(t.num(9))]));
  const raise = reversePostorder(graph).find(({ exit }) => exit.kind === 'raise');
  expect(raise && linksOf(raise.exit)).toHaveLength(1);
  expect(execute(program(attempt([thrown], [t.give(t.num(9))])), [['f', 0, array()]])).toEqual([9]);
});

test('finally stands on each way out', () => {
  const final = [t.set(n, t.binary('+', t.read(n), t.num(100)))];
  const body = attempt(
    [t.when(t.compare('<', t.read(n), t.num(3)), [t.give(readBytes)])],
    null,
    final,
  );
  const unit = program(body, t.give(t.read(n)));
  expect(
    execute(unit, [
      ['f', 1, array()],
      ['f', 4, array()],
    ]),
  ).toEqual([6, 104]);
});
