// Turns a method call that can only run one method into a direct call: class-hierarchy analysis over the classes of which
// objects are made.
//
// Before:
//   unit "u" low
//   object @"Shape" class
//   object @"Circle" class extends @"Shape"
//   object @"Square" class extends @"Shape"
//   class @"Shape" { "area" = "Shape.area" }
//   class @"Circle" { "area" = "Shape.area" }
//   class @"Square" { "area" = "Square.area" }
//   export function "f" = "f"() -> f64
//   graph "f" -> f64
//   b0():
//     v0: @"Circle" = object_new
//     v1: @"Shape" = reference_cast v0
//     v2: f64 = method_call v1 {method: "area"}
//     return v2
//   graph "Shape.area" -> f64
//   b0(v0: @"Shape"):
//     return 1:f64
//   graph "Square.area" -> f64
//   b0(v0: @"Square"):
//     return 2:f64
// After:
//   unit "u" low
//   object @"Shape" class
//   object @"Circle" class extends @"Shape"
//   object @"Square" class extends @"Shape"
//   class @"Shape" { "area" = "Shape.area" }
//   class @"Circle" { "area" = "Shape.area" }
//   class @"Square" { "area" = "Square.area" }
//   export function "f" = "f"() -> f64
//   graph "f" -> f64
//   b0():
//     v0: @"Circle" = object_new
//     v1: @"Shape" = reference_cast v0
//     v2: f64 = direct_call v1 {callee: "Shape.area"}
//     return v2
//   graph "Shape.area" -> f64
//   b0(v0: @"Shape"):
//     return 1:f64
//   graph "Square.area" -> f64
//   b0(v0: @"Square"):
//     return 2:f64
//
// Squares are never made. Where the object is made in the same graph, its own class says it. A method that nothing can run, as no object of its class is made, is left as it is.
import { CallTargets } from '../graph/calls.ts';
import type { Op, Value, Variable } from '../graph/graph.ts';
import { rewriteGraph, type RewriteRules } from '../graph/rewrite.ts';
import type { Unit } from '../graph/unit.ts';
import { madeClass } from './identities/objects.ts';
import { mapGraphs, type Pass } from './pass.ts';

export const devirtualize: Pass = { name: 'devirtualize', run };

function run(unit: Unit): Unit {
  if (unit.classes.size === 0) return unit;
  const targets = new CallTargets(unit);
  const made = new Map<Variable, Op>();
  const rules: RewriteRules = {
    op: (op, emit, _block, old) => {
      for (const result of old.results) made.set(result, old);
      if (op.name !== 'method_call') return null;
      const own = madeClass(old.args[0], (value) =>
        value.kind === 'variable' ? made.get(value) : undefined,
      );
      const known = own && unit.classes.get(own.name)?.methods.get(op.attributes.method ?? '');
      const [callee, ...others] = known ? [known] : targets.of(old);
      const graph = callee === undefined ? undefined : unit.graphs.get(callee);
      if (callee === undefined || !graph || others.length > 0) return null;
      const [receiver, ...args] = op.args;
      const wanted = graph.start.inputs[0]?.type;
      if (!receiver || !wanted) return null;
      // The method belongs to a base of the receiver's class, or to a derived one that all receivers are of.
      const cast = { types: [wanted] };
      const object: Value =
        receiver.type === wanted ? receiver : emit.value('reference_cast', [receiver], cast);
      const types = op.results.map(({ type }) => type);
      return emit.op('direct_call', [object, ...args], { types, attributes: { callee } });
    },
  };
  return mapGraphs(unit, (graph) => rewriteGraph(graph, rules));
}
