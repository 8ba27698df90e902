// A graph → the facts of its variables. Optimistic: at first nothing is reached and no variable has a value; facts grow
// round by round in reverse postorder until nothing changes. Inputs of loop headers are widened so that this ends, and
// two rounds more win back what widening lost (they are sound whatever was lost: one step from a set that holds
// all reachable states gives such a set).
import type { Block, Graph, Variable } from '../../graph/graph.ts';
import { exitArgs, linksOf } from '../../graph/walk.ts';
import { constrainedBy, scopesOf, type Scopes } from './branches.ts';
import { Clocks } from './clocks.ts';
import { clampCounter, findCounters, type Counters } from './counters.ts';
import {
  constantFact,
  EMPTY,
  isEmpty,
  join,
  meet,
  sameFact,
  thresholds,
  typeFact,
  widen,
  type Fact,
  type Thresholds,
} from './interval.ts';
import { Concerned } from './concerned.ts';
import { LinearForms } from './linear.ts';
import { Facts } from './refine.ts';
import { goesBack, structureOf, type Structure } from './structure.ts';
import { transfer, type KnownResults } from './transfer.ts';

/** What is known of a graph's surroundings. */
export interface Surroundings {
  /** Of the start block's inputs, by position; missing: what the type says. */
  readonly parameters: readonly (Fact | undefined)[];
  readonly results: KnownResults;
}

export interface Analysis {
  readonly structure: Structure;
  readonly scopes: Scopes;
  readonly facts: Facts;
  /** Blocks that no run reaches, as far as the facts tell, are missing. */
  readonly reached: ReadonlySet<Block>;
}

export function analyze(graph: Graph, surroundings: Surroundings): Analysis {
  return new Fixpoint(shapeOf(graph), surroundings).run();
}

/** What the analysis needs of a graph whatever its surroundings are. */
interface Shape {
  readonly structure: Structure;
  readonly scopes: Scopes;
  readonly forms: LinearForms;
  /** Syntactic roots of what constraints speak of. */
  readonly constrained: ReadonlySet<Variable>;
  readonly concerned: Concerned;
  readonly counters: Counters;
  readonly steps: Thresholds;
}

const shapes = new WeakMap<Graph, Shape>();

/** Graphs are analysed again whenever more is known of their surroundings. */
function shapeOf(graph: Graph): Shape {
  let shape = shapes.get(graph);
  if (!shape) {
    const structure = structureOf(graph);
    const forms = new LinearForms(structure);
    shape = {
      structure,
      scopes: scopesOf(structure),
      forms,
      constrained: new Set(constrainedBy(structure).map((value) => forms.syntacticRoot(value))),
      concerned: new Concerned(forms),
      counters: findCounters(structure),
      steps: thresholds(constantsOf(structure)),
    };
    shapes.set(graph, shape);
  }
  return shape;
}

/** So many times a bound of a loop's input moves to the next threshold; then it is given up at once. */
const PATIENCE = 6;
const NARROWING_ROUNDS = 2;
/** From here on inputs of loop headers are only as good as their types: facts that do not settle, whatever the reason. */
const MOST_ROUNDS = 60;

class Fixpoint {
  readonly #structure: Structure;
  readonly #surroundings: Surroundings;
  readonly #scopes: Scopes;
  readonly #facts: Facts;
  readonly #counters: Counters;
  readonly #clocks: Clocks;
  readonly #steps: Thresholds;
  readonly #reached = new Set<Block>();
  readonly #growth = new Map<Variable, number>();
  /** Reached, and to be looked at once more. */
  readonly #stale = new Set<Block>();
  /** By variable: the blocks whose facts are made of its fact. */
  readonly #readers = new Map<Variable, Set<Block>>();
  #widening = true;
  #rounds = 0;

  constructor(shape: Shape, surroundings: Surroundings) {
    const { structure, scopes, forms, constrained, concerned, counters, steps } = shape;
    this.#structure = structure;
    this.#surroundings = surroundings;
    this.#scopes = scopes;
    this.#facts = new Facts(forms, constrained, concerned);
    this.#counters = counters;
    this.#clocks = new Clocks(structure, scopes, this.#facts);
    this.#steps = steps;
  }

  run(): Analysis {
    const { order, graph } = this.#structure;
    this.#reach(graph.start);
    this.#grow();
    this.#widening = false;
    this.#clocks.isSettled = true;
    for (let count = 0; count < NARROWING_ROUNDS; count++)
      for (const block of order) if (this.#reached.has(block)) this.#visit(block);
    return {
      structure: this.#structure,
      scopes: this.#scopes,
      facts: this.#facts,
      reached: this.#reached,
    };
  }

  /** Round by round; a block whose facts are made of the same ones as before is passed over. */
  #grow(): void {
    const { order } = this.#structure;
    let at: Block = this.#structure.graph.start;
    this.#facts.onRead = (variable) => {
      const readers = this.#readers.get(variable);
      if (readers) readers.add(at);
      else this.#readers.set(variable, new Set([at]));
    };
    for (let changed = true; changed; this.#rounds++) {
      changed = false;
      for (const block of order) {
        if (!this.#reached.has(block) || !this.#stale.delete(block)) continue;
        changed = true;
        at = block;
        this.#visit(block);
      }
    }
    this.#facts.onRead = null;
  }

  /** What comes from it is looked at as well. */
  #reach(block: Block): void {
    this.#reached.add(block);
    this.#stale.add(block);
    for (const { target } of linksOf(block.exit)) this.#stale.add(target);
  }

  #visit(block: Block): void {
    block.inputs.forEach((input, index) => this.#visitInput(block, input, index));
    for (const op of block.ops) {
      const place = this.#scopes.before(op);
      const results = transfer(
        op,
        (value) => this.#facts.at(value, place),
        this.#surroundings.results,
      );
      op.results.forEach((result, index) => this.#set(result, results[index] ?? EMPTY));
    }
    for (const link of linksOf(block.exit)) {
      if (!this.#reached.has(link.target)) this.#reach(link.target);
    }
  }

  #visitInput(block: Block, input: Variable, index: number): void {
    const type = typeFact(input.type);
    if (!type) return;
    let fact: Fact = EMPTY;
    if (block === this.#structure.graph.start) {
      fact = meet(type, this.#surroundings.parameters[index] ?? type);
    }
    for (const { from, link } of this.#structure.predecessors.get(block) ?? []) {
      const value = link.args[index];
      if (!value || !this.#reached.has(from)) continue;
      fact = join(fact, this.#facts.at(value, this.#scopes.edge(from, link)));
    }
    const counters = this.#counters.get(input) ?? [];
    const clamped = (wide: Fact): Fact =>
      counters.reduce(
        (narrower, counter) =>
          clampCounter(narrower, counter, this.#facts, this.#scopes, this.#clocks),
        meet(wide, type),
      );
    if (this.#widening && this.#isLoopHeader(block)) {
      if (this.#rounds > MOST_ROUNDS) return this.#set(input, type);
      fact = this.#widened(input, clamped(fact));
    }
    this.#set(input, clamped(fact));
  }

  #isLoopHeader(block: Block): boolean {
    const edges = this.#structure.predecessors.get(block) ?? [];
    return edges.some(({ from }) => goesBack(this.#structure, from, block));
  }

  #widened(input: Variable, fact: Fact): Fact {
    const old = this.#facts.ofVariable(input);
    if (isEmpty(old) || (fact.lo >= old.lo && fact.hi <= old.hi)) return join(old, fact);
    const growth = (this.#growth.get(input) ?? 0) + 1;
    this.#growth.set(input, growth);
    return widen(old, fact, this.#steps, growth > PATIENCE);
  }

  #set(variable: Variable, fact: Fact): void {
    const old = this.#facts.ofVariable(variable);
    if (sameFact(old, fact)) return;
    this.#facts.base.set(variable, fact);
    for (const reader of this.#readers.get(variable) ?? []) this.#stale.add(reader);
  }
}

/** Numbers that branches may compare with, and their neighbours. */
function constantsOf(structure: Structure): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const { ops, exit } of structure.order) {
    const values = [...ops.flatMap(({ args }) => args), ...exitArgs(exit)];
    for (const value of values) {
      const fact = value.kind === 'constant' ? constantFact(value.value) : null;
      if (!fact || !Number.isSafeInteger(fact.lo)) continue;
      for (const near of [fact.lo - 1, fact.lo, fact.lo + 1]) numbers.add(near);
    }
  }
  return numbers;
}
