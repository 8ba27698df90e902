// Removes what nothing needs: ops without effect whose results are unused, unused inputs of blocks, unused graphs.
//
// Before:
//   unit "u" low
//   export function "f" = "f"(a: i32) -> i32
//   graph "f" -> i32
//   b0(v0: i32):
//     goto b1(v0, 0:i32)
//   b1(v1: i32, v2: i32):
//     v3: i32 = int_add v2, 1:i32
//     v4: boolean = int_lt v1, 10:i32
//     v5: i32 = int_mul v1, v1
//     branch v4, b1(v5, v3), b2
//   b2():
//     return v1
// After:
//   unit "u" low
//   export function "f" = "f"(a: i32) -> i32
//   graph "f" -> i32
//   b0(v0: i32):
//     goto b1(v0)
//   b1(v1: i32):
//     v2: boolean = int_lt v1, 10:i32
//     v3: i32 = int_mul v1, v1
//     branch v2, b1(v3), b2
//   b2():
//     return v1
//
// Relies on the flags of the op table: what raises, allocates or writes stays. Parameters stay.
import { CallTargets } from '../graph/calls.ts';
import type { Graph, Link, Op, Value, Variable } from '../graph/graph.ts';
import { hasEffect } from '../graph/ops.ts';
import { rewriteGraph } from '../graph/rewrite.ts';
import {
  CALLBACK_ERROR,
  LEAK_REPORT,
  LEAVING_ERROR,
  OFFTHREAD_INITIALIZER,
  OFFTHREAD_LEAVING_ERROR,
  type Unit,
} from '../graph/unit.ts';
import { exitArgs, linksOf, reversePostorder } from '../graph/walk.ts';
import { mapGraphs, type Pass } from './pass.ts';

export const removeDeadCode: Pass = {
  name: 'remove-dead-code',
  run: (unit) => mapGraphs(removeGraphs(unit), removeOps),
};

function removeOps(graph: Graph): Graph {
  const live = liveVariables(graph);
  return rewriteGraph(graph, {
    op: (op) => (isNeeded(op, live) ? null : op.results),
    keepInput: (input, block) => block === graph.start || live.has(input),
  });
}

const isNeeded = (op: Op, live: ReadonlySet<Variable>): boolean =>
  hasEffect(op.name) || op.results.some((result) => live.has(result));

/** What effects and ways depend on. An input is live if a use of it is; then so are the arguments that come to it. */
function liveVariables(graph: Graph): ReadonlySet<Variable> {
  const live = new Set<Variable>();
  const pending: Variable[] = [];
  const use = (value: Value): void => {
    if (value.kind === 'constant' || live.has(value)) return;
    live.add(value);
    pending.push(value);
  };
  const operands = new Map<Variable, readonly Value[]>();
  const incoming = new Map<Variable, Value[]>();
  for (const { ops, exit } of reversePostorder(graph)) {
    for (const op of ops) {
      if (hasEffect(op.name)) op.args.forEach(use);
      for (const result of op.results) operands.set(result, op.args);
    }
    exitArgs(exit).forEach(use);
    for (const link of linksOf(exit)) collectArguments(link, incoming);
  }
  for (let next = pending.pop(); next; next = pending.pop()) {
    operands.get(next)?.forEach(use);
    incoming.get(next)?.forEach(use);
  }
  return live;
}

function collectArguments({ target, args }: Link, incoming: Map<Variable, Value[]>): void {
  target.inputs.forEach((input, i) => {
    const arg = args[i];
    const values = incoming.get(input) ?? [];
    if (arg) values.push(arg);
    incoming.set(input, values);
  });
}

/** Keeps the graphs that exports, the initializer, their callees and the wrappers need; vtables lose the methods that go. */
function removeGraphs(unit: Unit): Unit {
  const targets = new CallTargets(unit);
  const needed = new Set<string>(unit.initializer === null ? [] : [unit.initializer]);
  for (const name of [
    LEAVING_ERROR,
    LEAK_REPORT,
    CALLBACK_ERROR,
    OFFTHREAD_INITIALIZER,
    OFFTHREAD_LEAVING_ERROR,
  ])
    if (unit.graphs.has(name)) needed.add(name);
  for (const item of unit.exports) if (item.kind === 'function') needed.add(item.graph);
  for (const name of needed) {
    const graph = unit.graphs.get(name);
    if (!graph) continue;
    for (const { ops } of reversePostorder(graph)) {
      for (const op of ops) {
        for (const callee of targets.of(op)) needed.add(callee);
        if (op.attributes.callee !== undefined) needed.add(op.attributes.callee);
      }
    }
  }
  const graphs = new Map([...unit.graphs].filter(([name]) => needed.has(name)));
  if (graphs.size === unit.graphs.size) return unit;
  const classes = new Map(
    [...unit.classes].map(([name, { type, methods }]) => [
      name,
      { type, methods: new Map([...methods].filter(([, graph]) => graphs.has(graph))) },
    ]),
  );
  return { ...unit, graphs, classes };
}
