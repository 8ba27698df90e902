// Who calls whom in a unit: the order in which callees come before callers, recursion, and how often each is called.
import { calledGraphs } from '../graph/calls.ts';
import type { Graph } from '../graph/graph.ts';
import type { Unit } from '../graph/unit.ts';
import { reversePostorder } from '../graph/walk.ts';

export interface CallGraph {
  /** Names, callees before callers; within recursion in some order. */
  readonly order: readonly string[];
  /** Graphs that may come to call themselves. */
  readonly recursive: ReadonlySet<string>;
  /** Number of direct calls; missing: none. */
  readonly callSites: ReadonlyMap<string, number>;
}

const directCallees = (graph: Graph): readonly string[] =>
  reversePostorder(graph).flatMap(({ ops }) =>
    ops.flatMap(({ name, attributes: { callee } }) =>
      name === 'direct_call' && callee !== undefined ? [callee] : [],
    ),
  );

export function callGraph(unit: Unit): CallGraph {
  const called = calledGraphs(unit);
  const callees = new Map([...called].map(([name, names]) => [name, [...names]]));
  const callSites = new Map<string, number>();
  for (const name of [...unit.graphs.values()].flatMap(directCallees)) {
    callSites.set(name, (callSites.get(name) ?? 0) + 1);
  }
  const search = new ComponentSearch(callees);
  for (const name of unit.graphs.keys()) search.visit(name);
  return { order: search.order, recursive: search.recursive, callSites };
}

/** Tarjan's strongly connected components: they are finished callees first. */
class ComponentSearch {
  readonly order: string[] = [];
  readonly recursive = new Set<string>();
  readonly #callees: ReadonlyMap<string, readonly string[]>;
  readonly #numbers = new Map<string, number>();
  readonly #lowest = new Map<string, number>();
  readonly #open: string[] = [];

  constructor(callees: ReadonlyMap<string, readonly string[]>) {
    this.#callees = callees;
  }

  visit(name: string): void {
    if (this.#numbers.has(name)) return;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    this.#open.push(name);
    let lowest = number;
    const callees = this.#callees.get(name) ?? [];
    for (const callee of callees) {
      this.visit(callee);
      const reached = this.#open.includes(callee)
        ? (this.#lowest.get(callee) ?? this.#numbers.get(callee))
        : undefined;
      lowest = Math.min(lowest, reached ?? lowest);
    }
    this.#lowest.set(name, lowest);
    if (callees.includes(name)) this.recursive.add(name);
    if (lowest === number) this.#close(name);
  }

  #close(root: string): void {
    const members = this.#open.splice(this.#open.indexOf(root));
    this.order.push(...members.reverse());
    if (members.length > 1) for (const member of members) this.recursive.add(member);
  }
}
