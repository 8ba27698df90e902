// The shape of a pass: a unit to an equivalent, cheaper unit, or to the same object if there was nothing to do.
// Behaviour includes which error is raised, with which message and source position; not how memory is laid out.
import type { Graph } from '../graph/graph.ts';
import type { Unit } from '../graph/unit.ts';

export interface Pass {
  /** A verb phrase in kebab case: its file's name. */
  readonly name: string;
  readonly run: (unit: Unit) => Unit;
}

/**
 * A pass that looks at one graph at a time, and at nothing else. `run` gives the same graph if there was nothing to do; then there is
 * nothing to do in it when the pass runs again.
 */
export function graphPass(name: string, run: (graph: Graph) => Graph): Pass {
  const done = new WeakSet<Graph>();
  const runOnce = (graph: Graph): Graph => {
    if (done.has(graph)) return graph;
    const result = run(graph);
    if (result === graph) done.add(graph);
    return result;
  };
  return { name, run: (unit) => mapGraphs(unit, runOnce) };
}

/** The unit with each graph mapped; the same unit if every graph stayed the same. */
export function mapGraphs(unit: Unit, map: (graph: Graph) => Graph): Unit {
  let changed = false;
  const graphs = new Map<string, Graph>();
  for (const [name, graph] of unit.graphs) {
    const mapped = map(graph);
    graphs.set(name, mapped);
    if (mapped !== graph) changed = true;
  }
  return changed ? { ...unit, graphs } : unit;
}
