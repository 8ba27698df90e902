// A load gives what was stored or loaded before where nothing in between can have written the place; a store of what a place
// holds already goes. LLVM does that within what it sees: it knows neither what calls write nor that new objects are zero.
//
// Before:
//   unit "u" low
//   object @"C" class { "a": i32, "b": i32, "next": @"C" }
//   graph "f" -> i32
//   b0(v0: @"C"):
//     v1: i32 = field_load v0 {field: "a", part: 0}
//     direct_call v0 {callee: "g"}
//     v2: i32 = field_load v0 {field: "a", part: 0}
//     v3: i32 = field_load v0 {field: "b", part: 0}
//     v4: @"C" = object_new
//     field_store v4, 0:i32 {field: "a", part: 0}
//     field_store v0, v4 {field: "next", part: 0}
//     v5: @"C" = field_load v0 {field: "next", part: 0}
//     v6: i32 = field_load v5 {field: "b", part: 0}
//     v7: i32 = int_add v2, v3
//     v8: i32 = int_add v7, v6
//     return v8
//   graph "g"
//   b0(v0: @"C"):
//     field_store v0, 7:i32 {field: "b", part: 0}
//     return
// After:
//   unit "u" low
//   object @"C" class { "a": i32, "b": i32, "next": @"C" }
//   graph "f" -> i32
//   b0(v0: @"C"):
//     v1: i32 = field_load v0 {field: "a", part: 0}
//     direct_call v0 {callee: "g"}
//     v2: i32 = field_load v0 {field: "b", part: 0}
//     v3: @"C" = object_new
//     field_store v0, v3 {field: "next", part: 0}
//     v4: i32 = int_add v1, v2
//     v5: i32 = int_add v4, 0:i32
//     return v5
//   graph "g"
//   b0(v0: @"C"):
//     field_store v0, 7:i32 {field: "b", part: 0}
//     return
//
// Forward data flow, optimistic: the ways back to a loop's header are taken to know all that is known where the loop is entered.
// Each round begins anew without what they turned out not to know: a value that only an earlier round knew must not stay.
import { zeroInMemory } from '../graph/constants.ts';
import type { Block, Graph, Op, Value, Variable } from '../graph/graph.ts';
import { rewriteGraph } from '../graph/rewrite.ts';
import { predecessors, reversePostorder, type Edge } from '../graph/walk.ts';
import { Effects } from './memory/effects.ts';
import { KnownMemory, ZERO, type Held } from './memory/known-memory.ts';
import { locationOf } from './memory/locations.ts';
import { ValueNumbers } from './memory/value-numbers.ts';
import { mapGraphs, type Pass } from './pass.ts';

export const reuseLoads: Pass = {
  name: 'reuse-loads',
  run: (unit) => {
    const effects = new Effects(unit);
    return mapGraphs(unit, (graph) => reuse(graph, effects));
  },
};

/** Graphs whose loops do not settle by then are left as they are. */
const MOST_ROUNDS = 12;
const NOTHING: ReadonlySet<string> = new Set();

function reuse(graph: Graph, effects: Effects): Graph {
  const flow = new Flow(graph, effects);
  if (!flow.hasLoads || !flow.run()) return graph;
  const { loads, vain } = flow;
  if (loads.size === 0 && vain.size === 0) return graph;
  return rewriteGraph(graph, {
    op: (_op, _emit, _block, old) => {
      if (vain.has(old)) return [];
      const [result] = old.results;
      const value = result && loads.get(result);
      return value ? [value] : null;
    },
  });
}

class Flow {
  /** Loads whose values are known. */
  readonly loads: Map<Variable, Value>;
  /** Stores that change nothing. */
  readonly vain = new Set<Op>();
  readonly hasLoads: boolean;
  readonly #effects: Effects;
  readonly #order: readonly Block[];
  readonly #edges: ReadonlyMap<Block, readonly Edge[]>;
  readonly #numbers: ValueNumbers;
  readonly #entered = new Map<Block, KnownMemory>();
  readonly #behind = new Map<Block, KnownMemory>();
  /** Places of which nothing is known where a block begins. */
  readonly #lost = new Map<Block, Set<string>>();

  constructor(graph: Graph, effects: Effects) {
    this.#effects = effects;
    this.#order = reversePostorder(graph);
    this.#edges = predecessors(graph);
    this.#numbers = new ValueNumbers(graph);
    this.loads = this.#numbers.known;
    this.hasLoads = this.#order.some(({ ops }) => ops.some((op) => locationOf(op) !== null));
  }

  /** False if it does not settle. */
  run(): boolean {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.vain.clear();
      this.#behind.clear();
      for (const block of this.#order) {
        const memory = this.#before(block);
        this.#entered.set(block, memory.copy());
        for (const op of block.ops) this.#visit(op, memory);
        this.#behind.set(block, memory);
      }
      if (!this.#lose()) return true;
    }
    return false;
  }

  /** From the ways that have been visited; others, backwards, are taken to know all that is not lost. */
  #before(block: Block): KnownMemory {
    const known = (this.#edges.get(block) ?? []).flatMap(
      ({ from }) => this.#behind.get(from) ?? [],
    );
    const [first, ...others] = known;
    // Nothing is known where the graph begins, also if something jumps there.
    if (!first || block === this.#order[0]) return new KnownMemory(this.#numbers);
    const all = others.reduce((common, one) => common.meet(one), first);
    return all.without(this.#lost.get(block) ?? NOTHING);
  }

  /** What a way backwards did not know after all is lost where it leads, for good. True if there was something. */
  #lose(): boolean {
    let found = false;
    for (const [block, memory] of this.#entered) {
      if (block === this.#order[0]) continue;
      for (const { from } of this.#edges.get(block) ?? []) {
        const behind = this.#behind.get(from);
        for (const place of behind ? memory.missingIn(behind) : []) {
          const lost = this.#lost.get(block) ?? new Set<string>();
          this.#lost.set(block, lost.add(place));
          found = true;
        }
      }
    }
    return found;
  }

  #visit(op: Op, memory: KnownMemory): void {
    const location = locationOf(op);
    const [result] = op.results;
    if (!location || !result) {
      const last = op.args.at(-1);
      if (location && last && this.#isHeld(memory.at(location), last)) this.vain.add(op);
      else memory.pass(op, this.#effects.of(op));
      return;
    }
    this.loads.delete(result);
    const found = valueOf(memory.at(location), result);
    if (found) this.loads.set(result, found);
    else memory.learn(location, result);
  }

  #isHeld(held: Held | undefined, value: Value): boolean {
    if (held === undefined) return false;
    if (held !== ZERO) return this.#numbers.isSame(held, value);
    return value.kind === 'constant' && Object.is(value.value, zeroInMemory(value.type).value);
  }
}

/** What a load gives that holds this type. */
function valueOf(held: Held | undefined, { type }: Variable): Value | null {
  if (held === ZERO) return zeroInMemory(type);
  return held?.type === type ? held : null;
}
