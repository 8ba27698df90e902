// Calls of closures whose graph is known become direct calls; functions that are given closures of known graphs, and closures
// that capture them, are compiled once more for them. (The callbacks of map, sort … are then inlined like other functions.)
//
// Before:
//   unit "u" low
//   export function "f" = "f"(a: f64) -> f64
//   graph "f" -> f64
//   b0(v0: f64):
//     v1: fn(f64) -> f64 = closure_new v0 {callee: "f.add"}
//     v2: f64 = direct_call v1, 1:f64 {callee: "twice"}
//     v3: fn(f64) -> f64 = closure_new {callee: "f.negate"}
//     v4: f64 = direct_call v3, v2 {callee: "twice"}
//     return v4
//   graph "f.add" -> f64
//   b0(v0: fn(f64) -> f64, v1: f64):
//     v2: f64 = closure_load v0 {index: 0}
//     v3: f64 = float_add v1, v2
//     return v3
//   graph "f.negate" -> f64
//   b0(v0: fn(f64) -> f64, v1: f64):
//     v2: f64 = float_neg v1
//     return v2
//   graph "twice" -> f64
//   b0(v0: fn(f64) -> f64, v1: f64):
//     v2: f64 = closure_call v0, v1
//     v3: f64 = closure_call v0, v2
//     return v3
// After:
//   unit "u" low
//   export function "f" = "f"(a: f64) -> f64
//   graph "f" -> f64
//   b0(v0: f64):
//     v1: fn(f64) -> f64 = closure_new v0 {callee: "f.add"}
//     v2: f64 = direct_call v1, 1:f64 {callee: "twice{0: f.add}"}
//     v3: fn(f64) -> f64 = closure_new {callee: "f.negate"}
//     v4: f64 = direct_call v3, v2 {callee: "twice{0: f.negate}"}
//     return v4
//   graph "f.add" -> f64
//   b0(v0: fn(f64) -> f64, v1: f64):
//     v2: f64 = closure_load v0 {index: 0}
//     v3: f64 = float_add v1, v2
//     return v3
//   graph "f.negate" -> f64
//   b0(v0: fn(f64) -> f64, v1: f64):
//     v2: f64 = float_neg v1
//     return v2
//   graph "twice" -> f64
//   b0(v0: fn(f64) -> f64, v1: f64):
//     v2: f64 = closure_call v0, v1
//     v3: f64 = closure_call v0, v2
//     return v3
//   graph "twice{0: f.add}" "twice" -> f64
//   b0(v0: fn(f64) -> f64, v1: f64):
//     v2: f64 = direct_call v0, v1 {callee: "f.add"}
//     v3: f64 = direct_call v0, v2 {callee: "f.add"}
//     return v3
//   graph "twice{0: f.negate}" "twice" -> f64
//   b0(v0: fn(f64) -> f64, v1: f64):
//     v2: f64 = direct_call v0, v1 {callee: "f.negate"}
//     v3: f64 = direct_call v0, v2 {callee: "f.negate"}
//     return v3
//
// A graph that is specialised keeps its name's beginning: `twice{0: f.add}`. The originals stay; what nobody calls any more is left
// to `remove-dead-code`.
import { CallTargets } from '../graph/calls.ts';
import type { Graph, Op, Value } from '../graph/graph.ts';
import { NO_ATTRIBUTES } from '../graph/ops.ts';
import { copyGraph, rewriteGraph } from '../graph/rewrite.ts';
import type { Unit } from '../graph/unit.ts';
import { countOps, reversePostorder } from '../graph/walk.ts';
import {
  closureValues,
  mayCall,
  type ClosureValues,
  type KnownClosures,
} from './closures/closure-values.ts';
import type { Pass } from './pass.ts';

export const specializeClosures: Pass = { name: 'specialize-closures', run };

/** Graphs of up to so many ops are compiled once more. */
const LARGEST = 600;
/** Of one graph; and how deep specialised graphs may stand in the names of each other. */
const MOST_COPIES = 16;
const DEEPEST = 3;

function run(unit: Unit): Unit {
  const hasClosures = [...unit.graphs.values()].some((graph) =>
    opsOf(graph).some(({ name }) => name === 'closure_new'),
  );
  if (!hasClosures) return unit;
  const graphs = new Specializer(unit).run();
  return graphs ? { ...unit, graphs } : unit;
}

const opsOf = (graph: Graph): readonly Op[] => reversePostorder(graph).flatMap(({ ops }) => ops);

/** Specialised graphs know where they come from. */
interface Origin extends KnownClosures {
  readonly original: string;
  readonly depth: number;
}

class Specializer {
  readonly #graphs: Map<string, Graph>;
  readonly #origins = new Map<string, Origin>();
  readonly #copies = new Map<string, number>();
  readonly #targets: CallTargets;
  /** Graphs that closures run. */
  readonly #closures = new Set<string>();
  readonly #pending: string[];
  #changed = false;

  constructor(unit: Unit) {
    this.#graphs = new Map(unit.graphs);
    this.#targets = new CallTargets(unit);
    this.#pending = [...unit.graphs.keys()];
    for (const { name, attributes } of [...unit.graphs.values()].flatMap(opsOf))
      if (name === 'closure_new') this.#closures.add(attributes.callee ?? '');
  }

  /** null: nothing was to do. */
  run(): ReadonlyMap<string, Graph> | null {
    for (let name = this.#pending.shift(); name !== undefined; name = this.#pending.shift()) {
      const graph = this.#graphs.get(name);
      if (graph) this.#graphs.set(name, this.#rewriteAll(graph));
    }
    return this.#changed ? this.#graphs : null;
  }

  #origin(name: string): Origin {
    const self = this.#closures.has(name) ? name : null;
    return (
      this.#origins.get(name) ?? {
        self,
        inputs: NOTHING,
        captures: NOTHING,
        original: name,
        depth: 0,
      }
    );
  }

  /** Closures first: what they capture may make them closures of other graphs, which the calls then know. */
  #rewriteAll(graph: Graph): Graph {
    let current = graph;
    for (let round = 0; round < DEEPEST; round++) {
      const next = this.#rewrite(current, (name) => name === 'closure_new');
      if (next === current) break;
      current = next;
    }
    return this.#rewrite(current, () => true);
  }

  #rewrite(graph: Graph, isMeant: (name: string) => boolean): Graph {
    const values = closureValues(graph, this.#origin(graph.name));
    return rewriteGraph(graph, {
      op: (op, emit, _block, old) => {
        const callee = isMeant(old.name) ? this.#callee(old, values) : null;
        if (callee === null) return null;
        this.#changed = true;
        const name = old.name === 'closure_new' ? 'closure_new' : 'direct_call';
        const types = op.results.map(({ type }) => type);
        return emit.op(name, op.args, { types, attributes: { ...op.attributes, callee } });
      },
    });
  }

  /** What a call or closure is to run from now on; null: it stays as it is. */
  #callee(op: Op, values: ClosureValues): string | null {
    switch (op.name) {
      case 'closure_call': {
        const [closure] = op.args;
        const [only, ...others] = this.#targets.of(op);
        const known = closure && valueOf(closure, values);
        const callee = known ?? (others.length === 0 ? only : undefined);
        return callee === undefined ? null : this.#forInputs(callee, op.args, values);
      }
      case 'direct_call':
        return changed(op, this.#forInputs(op.attributes.callee ?? '', op.args, values));
      case 'closure_new':
        return changed(op, this.#forCaptures(op.attributes.callee ?? '', op.args, values));
      default:
        return null;
    }
  }

  /** Closures of its type run one graph only: whoever calls it knows that already. */
  #isOnly(value: Value): boolean {
    const call: Op = {
      name: 'closure_call',
      args: [value],
      results: [],
      attributes: NO_ATTRIBUTES,
      span: null,
    };
    return this.#targets.of(call).size === 1;
  }

  /** The graph for these arguments. */
  #forInputs(callee: string, args: readonly Value[], values: ClosureValues): string {
    const graph = this.#graphs.get(callee);
    if (!graph) return callee;
    const origin = this.#origin(callee);
    const inputs = new Map(origin.inputs);
    args.forEach((arg, i) => {
      const known = valueOf(arg, values);
      const input = graph.start.inputs[i];
      const isSelf = i === 0 && origin.self !== null;
      if (known === undefined || !input || isSelf || inputs.has(i) || this.#isOnly(input)) return;
      if (mayCall(graph, input, this.#closures)) inputs.set(i, known);
    });
    if (inputs.size === origin.inputs.size) return callee;
    return this.#copy(graph, { ...origin, inputs }, origin.self);
  }

  /** The graph of a closure that captures these values. */
  #forCaptures(callee: string, args: readonly Value[], values: ClosureValues): string {
    const graph = this.#graphs.get(callee);
    if (!graph) return callee;
    const origin = this.#origin(callee);
    const captures = new Map(origin.captures);
    for (const {
      name,
      args: [closure],
      results: [result],
      attributes,
    } of opsOf(graph)) {
      const { index = -1 } = attributes;
      const captured = args[index];
      if (name !== 'closure_load' || closure !== graph.start.inputs[0]) continue;
      const known = captured && valueOf(captured, values);
      if (known === undefined || !result || captures.has(index) || this.#isOnly(result)) continue;
      if (mayCall(graph, result, this.#closures)) captures.set(index, known);
    }
    if (captures.size === origin.captures.size) return callee;
    return this.#copy(graph, { ...origin, captures }, 'copy');
  }

  /**
   * The name of the copy of `graph` for `known`, or of `graph` itself where there are enough. `self`: a closure that captures other
   * values is one of the copy; a function that is called for other arguments is given a closure of the original.
   */
  #copy(graph: Graph, known: Origin, self: string | null | 'copy'): string {
    const { original, inputs, captures } = known;
    const parts = [
      ...[...inputs].map(([index, name]) => `${index}: ${name}`),
      ...[...captures].map(([index, name]) => `captured ${index}: ${name}`),
    ];
    const name = `${original}{${parts.join(', ')}}`;
    if (this.#graphs.has(name)) return name;
    const used = [...inputs.values(), ...captures.values()];
    const depth = 1 + Math.max(...used.map((one) => this.#origin(one).depth));
    const copies = this.#copies.get(original) ?? 0;
    if (depth > DEEPEST || copies >= MOST_COPIES || countOps(graph) > LARGEST) return graph.name;
    this.#copies.set(original, copies + 1);
    this.#origins.set(name, { ...known, self: self === 'copy' ? name : self, depth });
    if (self === 'copy') this.#closures.add(name);
    const source = this.#graphs.get(original) ?? graph;
    this.#graphs.set(name, { ...copyGraph(source).graph, name });
    this.#pending.push(name);
    return name;
  }
}

const NOTHING: ReadonlyMap<number, string> = new Map();

const valueOf = (value: Value, values: ClosureValues): string | undefined =>
  value.kind === 'variable' ? values.get(value) : undefined;

const changed = ({ attributes }: Op, callee: string): string | null =>
  callee === attributes.callee ? null : callee;
