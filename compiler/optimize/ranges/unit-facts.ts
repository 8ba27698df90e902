// A unit → what is known of each graph's parameters, of calls' results and of module-level variables: joined over all
// calls, returns and stores of the unit, to a fixpoint. Parameters of exported graphs are what JavaScript may pass.
import type { Graph, Op } from '../../graph/graph.ts';
import { representation } from '../../graph/representation.ts';
import type { ExportParameter, Unit } from '../../graph/unit.ts';
import { zeroOf } from '../../graph/ops/values.ts';
import { calledGraphs, CallTargets, graphsHeldByClosures } from '../../graph/calls.ts';
import { INT_TYPES, isReference, type RtsType } from '../../program/types.ts';
import { fieldKey, loadedFact, storedFacts } from './field-facts.ts';
import { analyze, type Analysis, type Surroundings } from './fixpoint.ts';
import {
  constantFact,
  EMPTY,
  integers,
  isEmpty,
  join,
  meet,
  sameFact,
  thresholds,
  typeFact,
  widen,
  type Fact,
} from './interval.ts';
import { LENGTHS } from './transfer.ts';

type Facts = readonly Fact[];

/** How often a joined fact may grow before its bounds go to thresholds, leap, and become what its type says. */
const PATIENCE = 3;
const STEPS_PATIENCE = 8;
const LAST_PATIENCE = 12;
const STEPS = thresholds([]);

function calmed(old: Fact, grown: Fact, growth: number, type: RtsType | undefined): Fact {
  if (growth <= PATIENCE) return grown;
  if (growth <= LAST_PATIENCE) return widen(old, grown, STEPS, growth > STEPS_PATIENCE);
  return (type && typeFact(type)) ?? EMPTY;
}

/** Joined facts by name, e.g. of all arguments that a graph is called with. */
class Joined {
  readonly #facts = new Map<string, Facts>();
  readonly #growth = new Map<string, number>();

  get(key: string): Facts | undefined {
    return this.#facts.get(key);
  }

  /** True if this told something new. */
  add(key: string, facts: Facts, types: readonly RtsType[]): boolean {
    const old = this.#facts.get(key);
    const grown = facts.map((fact, index) => join(old?.[index] ?? EMPTY, fact));
    if (old && grown.every((fact, index) => sameFact(fact, old[index] ?? EMPTY))) return false;
    const growth = (this.#growth.get(key) ?? 0) + 1;
    this.#growth.set(key, growth);
    this.#facts.set(
      key,
      grown.map((fact, index) => calmed(old?.[index] ?? EMPTY, fact, growth, types[index])),
    );
    return true;
  }
}

/** An analysis, and the joined facts that it has read: it stands as long as they do. */
interface Held {
  readonly analysis: Analysis;
  readonly reads: readonly Read[];
}

interface Read {
  readonly joined: Joined;
  readonly key: string;
  readonly facts: Facts | undefined;
}

type ReadFacts = (joined: Joined, key: string) => Facts | undefined;

const factsByUnit = new WeakMap<Unit, UnitFacts>();

/** Found out once for each unit: passes that leave it as it is share them. */
export function factsOf(unit: Unit): UnitFacts {
  let facts = factsByUnit.get(unit);
  if (!facts) factsByUnit.set(unit, (facts = new UnitFacts(unit)));
  return facts;
}

export class UnitFacts {
  readonly #unit: Unit;
  readonly #targets: CallTargets;
  readonly #callees: ReadonlyMap<string, ReadonlySet<string>>;
  /** Called from places that do not name them. */
  readonly #byClosures: ReadonlySet<string>;
  readonly #initial: ReadonlySet<string>;
  readonly #arguments = new Joined();
  readonly #results = new Joined();
  readonly #globals = new Joined();
  readonly #fields = new Joined();
  readonly #entered = new Set<string>();
  readonly #held = new Map<Graph, Held>();

  constructor(unit: Unit) {
    this.#unit = unit;
    this.#targets = new CallTargets(unit);
    this.#callees = calledGraphs(unit);
    this.#byClosures = graphsHeldByClosures(unit);
    this.#initial = reachable(unit.initializer === null ? [] : [unit.initializer], this.#callees);
    this.#enterFromOutside();
    for (let changed = true; changed;) {
      changed = false;
      for (const [name, graph] of unit.graphs) {
        if (this.#entered.has(name) && this.#isStale(graph) && this.#learn(this.analysisOf(graph)))
          changed = true;
      }
    }
  }

  /** Of one of the unit's graphs. */
  analysisOf(graph: Graph): Analysis {
    const held = this.#held.get(graph);
    if (held && !this.#isStale(graph)) return held.analysis;
    const reads: Read[] = [];
    const read: ReadFacts = (joined, key) => {
      const facts = joined.get(key);
      reads.push({ joined, key, facts });
      return facts;
    };
    const analysis = analyze(graph, this.#surroundings(graph, read));
    this.#held.set(graph, { analysis, reads });
    return analysis;
  }

  /** Of its parameters and results; undefined where nothing is known, as nobody runs it. */
  ofGraph(name: string): { readonly parameters?: Facts; readonly results?: Facts } {
    const [parameters, results] = [this.#arguments.get(name), this.#results.get(name)];
    return { ...(parameters && { parameters }), ...(results && { results }) };
  }

  /** Of what loads of a field give, that holds this type. */
  ofField(key: string, type: RtsType): Fact {
    return loadedFact(this.#fields.get(key) ?? [], type);
  }

  #isStale(graph: Graph): boolean {
    const held = this.#held.get(graph);
    return !held || held.reads.some(({ joined, key, facts }) => joined.get(key) !== facts);
  }

  /** For `analyze`. Graphs that nothing calls are taken to be called with anything. */
  of(graph: Graph): Surroundings {
    return this.#surroundings(graph, (joined, key) => joined.get(key));
  }

  #surroundings(graph: Graph, read: ReadFacts): Surroundings {
    const known = this.#entered.has(graph.name);
    return {
      parameters: known ? (read(this.#arguments, graph.name) ?? []) : [],
      results: (op) => this.#resultsOf(op, graph, read),
    };
  }

  #enterFromOutside(): void {
    const { exports, graphs, initializer } = this.#unit;
    for (const item of exports) {
      if (item.kind === 'function') this.#enter(item.graph, item.parameters.flatMap(ofParameter));
    }
    if (initializer !== null) this.#enter(initializer, []);
    const inside = new Set([...this.#callees.values()].flatMap((names) => [...names]));
    for (const [name, graph] of graphs) {
      const isUnknown = !inside.has(name) && !this.#entered.has(name);
      if (isUnknown || this.#byClosures.has(name)) this.#enter(name, anything(graph));
    }
  }

  #enter(name: string, facts: Facts): boolean {
    const graph = this.#unit.graphs.get(name);
    if (!graph) return false;
    const isNew = !this.#entered.has(name);
    this.#entered.add(name);
    const types = graph.start.inputs.map(({ type }) => type);
    return this.#arguments.add(name, facts, types) || isNew;
  }

  /** What a graph tells of those that it calls, of its own results and of globals. */
  #learn(analysis: Analysis): boolean {
    let changed = false;
    const { facts, scopes, reached, structure } = analysis;
    const { graph } = structure;
    for (const block of reached) {
      for (const op of block.ops) changed = this.#learnFrom(op, analysis) || changed;
      if (block.exit.kind !== 'return') continue;
      const values = block.exit.values.map((value) => facts.at(value, scopes.exit(block)));
      changed = this.#results.add(graph.name, values, graph.results) || changed;
    }
    return changed;
  }

  #learnFrom(op: Op, { facts, scopes, structure }: Analysis): boolean {
    const args = (): Facts => op.args.map((arg) => facts.at(arg, scopes.before(op)));
    const types = op.args.map(({ type }) => type);
    if (isKnownCall(op)) {
      const targets = [...this.#targets.of(op)];
      return targets.map((callee) => this.#enter(callee, args())).includes(true);
    }
    if (op.name === 'global_store' && op.attributes.global !== undefined) {
      return this.#globals.add(globalKey(op), args(), types);
    }
    const field = op.name === 'field_store' ? fieldKey(op) : null;
    const [, value] = types;
    if (field === null || !value || !typeFact(value)) return false;
    const stored = storedFacts(op, field, args()[1] ?? EMPTY, structure);
    return this.#fields.add(field, stored, [value, value]);
  }

  #resultsOf(op: Op, user: Graph, read: ReadFacts): readonly (Fact | undefined)[] | undefined {
    const { global } = op.attributes;
    if (isKnownCall(op)) {
      const results = [...this.#targets.of(op)].map((callee) => read(this.#results, callee));
      return op.results.map((_, index) =>
        results.reduce<Fact>((fact, of) => join(fact, of?.[index] ?? EMPTY), EMPTY),
      );
    }
    const field = op.name === 'field_load' ? fieldKey(op) : null;
    const [loaded] = op.results;
    if (field !== null && loaded) {
      return [
        typeFact(loaded.type)
          ? loadedFact(read(this.#fields, field) ?? [], loaded.type)
          : undefined,
      ];
    }
    if (op.name !== 'global_load' || global === undefined) return undefined;
    return [this.#global(op, user, read)];
  }

  /** What is stored, and the initial zero unless the user runs only when the variable has been initialised. */
  #global(op: Op, user: Graph, read: ReadFacts): Fact | undefined {
    const [result] = op.results;
    const variable = this.#unit.globals.find(({ id }) => id === op.attributes.global);
    if (!result || !variable) return undefined;
    const zero = constantFact(variable.constant ?? zeroOf(result.type)) ?? EMPTY;
    const [stored = EMPTY] = read(this.#globals, globalKey(op)) ?? [];
    const isInitialised =
      !variable.mutable && variable.constant === null && !this.#initial.has(user.name);
    return isInitialised && !isEmpty(stored) ? stored : join(stored, zero);
  }
}

/** All graphs that it may run are known, with all arguments that they get. */
const isKnownCall = ({ name }: Op): boolean => name === 'direct_call' || name === 'method_call';

const globalKey = ({ attributes }: Op): string => `${attributes.global}.${attributes.part}`;

const anything = (graph: Graph): Facts =>
  graph.start.inputs.map(({ type }) => typeFact(type) ?? EMPTY);

/** The facts of a parameter's low values, as JavaScript's callers may pass them. */
const ofParameter = ({ inputType }: ExportParameter): Facts => partsOf(inputType);

function partsOf(type: RtsType): Facts {
  const any = representation(type).map((part) => typeFact(part) ?? EMPTY);
  switch (type.kind) {
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      return any.map((fact, part) => (part === 1 ? LENGTHS : fact));
    case 'nullable':
      if (isReference(type)) return any;
      return [...partsOf(type.base), meet(integers(0, 2), typeFact(INT_TYPES.u8) ?? EMPTY)];
    default:
      return any;
  }
}

function reachable(
  from: readonly string[],
  callees: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const found = new Set(from);
  for (const name of found) for (const callee of callees.get(name) ?? []) found.add(callee);
  return found;
}
