// Which graphs return with a mark in the environment when they raise themselves, instead of having the stack unwound, which takes most of a
// microsecond: those that only the wrappers of exports call, which look at the mark.
import type { Unit } from '../graph/unit.ts';
import {
  CALLBACK_ERROR,
  LEAK_REPORT,
  LEAVING_ERROR,
  OFFTHREAD_INITIALIZER,
  OFFTHREAD_LEAVING_ERROR,
} from '../graph/unit.ts';
import { offthreadExports } from '../program/crossing.ts';
import { reversePostorder } from '../graph/walk.ts';
import type { Graph } from '../graph/graph.ts';

export function returningGraphs(unit: Unit): ReadonlySet<string> {
  const { graphs, initializer, classes } = unit;
  const elsewhere = new Set(offthreadExports(unit.crossings).map(([name]) => name));
  const exported = unit.exports.flatMap((item) =>
    item.kind === 'function' && !elsewhere.has(item.name) ? [item.graph] : [],
  );
  const called = new Set([
    ...[...graphs.values()].flatMap(calleesOf),
    ...[...classes.values()].flatMap(({ methods }) => [...methods.values()]),
    ...unit.exports.flatMap((item) =>
      item.kind === 'function' && elsewhere.has(item.name) ? [item.graph] : [],
    ),
    initializer,
    LEAVING_ERROR,
    LEAK_REPORT,
    CALLBACK_ERROR,
    OFFTHREAD_INITIALIZER,
    OFFTHREAD_LEAVING_ERROR,
  ]);
  return new Set(
    exported.filter((name) => {
      const graph = graphs.get(name);
      return graph && !called.has(name) && raisesItself(graph);
    }),
  );
}

const calleesOf = (graph: Graph): readonly string[] =>
  reversePostorder(graph).flatMap(({ ops }) =>
    ops.flatMap(({ attributes: { callee } }) => callee ?? []),
  );

const raisesItself = (graph: Graph): boolean =>
  reversePostorder(graph).some(
    ({ exit }) =>
      exit.kind === 'reraise' ||
      ((exit.kind === 'raise' || exit.kind === 'throw') && !exit.exception),
  );
