// Objects and closures that never leave their function are not allocated: each field becomes a variable (RPython's
// backendopt/malloc.py).
//
// Before:
//   unit "u" low
//   object @"P" class { "x": f64 }
//   export function "f" = "f"(a: f64) -> f64
//   graph "f" -> f64
//   b0(v0: f64):
//     v1: @"P" = object_new
//     field_store v1, v0 {field: "x", part: 0}
//     v2: boolean = float_lt v0, 0:f64
//     branch v2, b1, b2
//   b1():
//     field_store v1, 1:f64 {field: "x", part: 0}
//     goto b2
//   b2():
//     v3: f64 = field_load v1 {field: "x", part: 0}
//     return v3
// After:
//   unit "u" low
//   object @"P" class { "x": f64 }
//   export function "f" = "f"(a: f64) -> f64
//   graph "f" -> f64
//   b0(v0: f64):
//     v1: boolean = float_lt v0, 0:f64
//     branch v1, b1, b2(v0)
//   b1():
//     goto b2(1:f64)
//   b2(v2: f64):
//     return v2
//
// An object leaves when it is stored, passed, returned or carried by a link. What is asked of one that stays (`instanceof`,
// identity, null) is known.
import type { Graph } from '../graph/graph.ts';
import { copyGraph, rewriteGraph } from '../graph/rewrite.ts';
import { allocationsThatStay } from './mallocs/allocations.ts';
import { FieldValues } from './mallocs/field-values.ts';
import { mapGraphs, type Pass } from './pass.ts';

export const removeMallocs: Pass = {
  name: 'remove-mallocs',
  run: (unit) => mapGraphs(unit, removeAll),
};

/** Until none is left: an object that only another one held may stay once that one is gone. */
function removeAll(graph: Graph): Graph {
  let current = graph;
  for (;;) {
    const next = removeSome(current);
    if (next === current) return current;
    current = next;
  }
}

function removeSome(graph: Graph): Graph {
  if (allocationsThatStay(graph).length === 0) return graph;
  // A copy of our own, whose blocks get inputs.
  const { graph: copy } = copyGraph(graph);
  const values = new FieldValues(copy);
  for (const allocation of allocationsThatStay(copy)) values.replace(allocation);
  values.finish();
  const { substitution } = values;
  return rewriteGraph(copy, {
    substitute: substitution,
    op: (op, _emit, _block, old) =>
      values.isGone(old) ? op.results.map((result) => substitution.get(result) ?? result) : null,
  });
}
