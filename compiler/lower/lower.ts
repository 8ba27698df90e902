// A unit of high graphs → the unit of low graphs: every variable a machine value, every check an op.
import { callbackGraphs } from '../graph/calls.ts';
import type { Unit } from '../graph/unit.ts';
import { lowerGraph } from './lower-graph.ts';
import { recursiveGraphs } from './recursion.ts';
import { refreshViews } from './refresh-views.ts';

export function lower(high: Unit): Unit {
  const unit = refreshViews(high);
  const recursive = recursiveGraphs(unit);
  // They raise nothing, so what they call checks the stack in their place.
  const callbacks = callbackGraphs(unit);
  const lowered = [...unit.graphs].map(
    ([name, graph]) =>
      [
        name,
        lowerGraph(graph, { checksStack: recursive.has(name) && !callbacks.has(name) }),
      ] as const,
  );
  return { ...unit, level: 'low', graphs: new Map(lowered) };
}
