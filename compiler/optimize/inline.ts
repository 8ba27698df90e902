// Puts the bodies of small functions, and of functions with one call site, in place of the calls.
//
// Before:
//   unit "u" low
//   export function "f" = "f"(a: i32) -> i32
//   graph "f" -> i32
//   b0(v0: i32):
//     v1: i32 = direct_call v0 {callee: "twice"}
//     v2: i32 = int_add v1, 1:i32
//     return v2
//   graph "twice" -> i32
//   b0(v0: i32):
//     v1: i32 = int_add v0, v0
//     return v1
// After:
//   unit "u" low
//   export function "f" = "f"(a: i32) -> i32
//   graph "f" -> i32
//   b0(v0: i32):
//     goto b1(v0)
//   b1(v1: i32):
//     v2: i32 = int_add v1, v1
//     goto b2(v2)
//   b2(v3: i32):
//     v4: i32 = int_add v3, 1:i32
//     return v4
//   graph "twice" -> i32
//   b0(v0: i32):
//     v1: i32 = int_add v0, v0
//     return v1
//
// Of recursive functions only one level is inlined, into themselves. Of a call that ends a `try` block, what leaves the
// callee by an error goes to the caller's exception link: its raising ops, its `raise` and `throw`, and the `reraise` of its
// cleanups. Ops keep their spans: an error names the line of the callee. `check_stack` goes, since the caller's frame is the
// one that grows.
// Leaves the joints to `simplify-control-flow`, bodies that nobody calls any more to `remove-dead-code`.
import type { Block, Exit, Graph, Link, Op } from '../graph/graph.ts';
import { graphsHeldByObjects } from '../graph/calls.ts';
import { OPS } from '../graph/ops.ts';
import { copyGraph, rewriteGraph } from '../graph/rewrite.ts';
import type { Unit } from '../graph/unit.ts';
import { countOps, reversePostorder } from '../graph/walk.ts';
import { callGraph } from './call-graph.ts';
import { cutAtCall } from './cut-at-call.ts';
import type { Pass } from './pass.ts';

export const inline: Pass = { name: 'inline', run };

/** Bodies of up to so many ops are put wherever they are called. */
const SMALL = 40;
/** Bodies of recursive functions up to so many ops get one level of themselves. */
const RECURSIVE = 80;
/** Bodies with one call site that objects or the host hold besides. */
const HELD = 200;
/** Bodies with one call site, and what a caller may grow to. */
const LARGE = 2000;

function run(unit: Unit): Unit {
  const { order, recursive, callSites } = callGraph(unit);
  const graphs = new Map(unit.graphs);
  const kept = new Set([
    ...unit.exports.flatMap((item) => (item.kind === 'function' ? [item.graph] : [])),
    ...graphsHeldByObjects(unit),
  ]);
  let changed = false;
  // Callees first: what is inlined has been inlined into already.
  for (const name of order) {
    const graph = graphs.get(name);
    if (!graph) continue;
    const body = (callee: string): Graph | null => {
      const found = graphs.get(callee);
      if (!found || recursive.has(callee)) return null;
      const isOnly = callSites.get(callee) === 1;
      const most = !isOnly ? SMALL : kept.has(callee) ? HELD : LARGE;
      return countOps(found) <= most ? found : null;
    };
    const inlined = unrollRecursion(inlineCalls(graph, body));
    if (inlined === graph) continue;
    graphs.set(name, inlined);
    changed = true;
  }
  return changed ? { ...unit, graphs } : unit;
}

/** A small graph that calls itself gets one level of its own body: half of the calls go, those that end at once above all. */
function unrollRecursion(graph: Graph): Graph {
  if (countOps(graph) > RECURSIVE) return graph;
  return inlineCalls(graph, (callee) => (callee === graph.name ? graph : null));
}

type Bodies = (callee: string) => Graph | null;

function inlineCalls(graph: Graph, bodies: Bodies): Graph {
  const hasCall = reversePostorder(graph).some((block) => findCall(block, bodies) !== null);
  if (!hasCall) return graph;
  // A copy of our own, whose blocks may be cut.
  const copy = copyGraph(graph).graph;
  let size = countOps(copy);
  const pending = [...reversePostorder(copy)];
  for (let block = pending.pop(); block; block = pending.pop()) {
    const call = size < LARGE ? findCall(block, bodies) : null;
    if (!call) continue;
    size += countOps(call.body);
    pending.push(inlineCall(block, call));
  }
  return copy;
}

interface Call {
  readonly index: number;
  readonly op: Op;
  readonly body: Graph;
}

function findCall(block: Block, bodies: Bodies): Call | null {
  for (const [index, op] of block.ops.entries()) {
    const { callee } = op.attributes;
    const body = op.name === 'direct_call' && callee !== undefined ? bodies(callee) : null;
    if (!body) continue;
    return { index, op, body };
  }
  return null;
}

/** Cuts `block` behind the call; the rest, which is given back, is entered from the returns of the body. */
function inlineCall(block: Block, { index, op, body }: Call): Block {
  const { rest, exception } = cutAtCall(block, index, op);
  const copy = copyGraph(withoutStackChecks(body)).graph;
  for (const inner of reversePostorder(copy)) {
    if (inner.exit.kind === 'return') {
      inner.exit = { kind: 'goto', link: { target: rest, args: inner.exit.values } };
    }
    if (exception) giveExceptionLink(inner, exception);
  }
  block.exit = { kind: 'goto', link: { target: copy.start, args: op.args } };
  return rest;
}

function caughtExit(exit: Exit, exception: Link): Exit {
  if (exit.kind === 'reraise') return { kind: 'goto', link: exception };
  const leaves = (exit.kind === 'raise' || exit.kind === 'throw') && !exit.exception;
  return leaves ? { ...exit, exception } : exit;
}

const withoutStackChecks = (body: Graph): Graph =>
  rewriteGraph(body, { op: (op) => (op.name === 'check_stack' ? [] : null) });

/** Cuts a block behind each raising op, which may now raise to `exception`. What has a handler of its own keeps it. */
function giveExceptionLink(block: Block, exception: Link): void {
  block.exit = caughtExit(block.exit, exception);
  let current = block;
  for (;;) {
    const index = current.ops.findIndex(({ name }) => OPS[name].raises);
    const isTried = current.exit.kind === 'try' && index === current.ops.length - 1;
    if (index < 0 || isTried) return;
    const rest: Block = { inputs: [], ops: current.ops.slice(index + 1), exit: current.exit };
    const exit: Exit = { kind: 'try', normal: { target: rest, args: [] }, exception };
    current.ops = current.ops.slice(0, index + 1);
    current.exit = exit;
    current = rest;
  }
}
