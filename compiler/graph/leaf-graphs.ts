// Which graphs run to their end without the host: neither JavaScript nor Node-API is called on the way, nor C that might. Only these can
// be called where V8 allows no JavaScript.
import { isView } from '../program/crossing.ts';
import type { GlobalVariable } from '../program/nodes.ts';
import { calledGraphs } from './calls.ts';
import type { Graph, Op } from './graph.ts';
import type { OpName } from './ops.ts';
import { FLOAT_OPS } from './ops/float.ts';
import { INTEGER_OPS } from './ops/integer.ts';
import { MEMORY_OPS } from './ops/memory.ts';
import type { Unit } from './unit.ts';
import { reversePostorder } from './walk.ts';

/** Of a graph and all that it may come to call. */
export interface LeafGraph {
  /** It may allocate on the collected heap, so the collector may run. */
  readonly mayCollect: boolean;
}

/** Ask Node-API, or give C a way to call back. */
const HOST_OPS: ReadonlySet<OpName> = new Set<OpName>([
  'buffer_new',
  'buffer_box',
  'buffer_open',
  'buffer_data',
  'buffer_retain',
  'buffer_handle',
  'callback_new',
  'callback_free',
  'host_call',
  'host_hold',
  'host_collect',
]);

/** Those of the tables of machine values that are of the heap after all. */
const HEAP_OPS: ReadonlySet<string> = new Set(['string_address', 'runtime_call', 'runtime_query']);
const isOfMachine = (name: string): boolean =>
  name in INTEGER_OPS || name in FLOAT_OPS || (name in MEMORY_OPS && !HEAP_OPS.has(name));

const holdsView = ({ type, isOwn }: GlobalVariable): boolean =>
  isOwn !== true && isView(type.kind === 'nullable' ? type.base : type);

export class LeafGraphs {
  readonly #unit: Unit;
  readonly #called: ReadonlyMap<string, ReadonlySet<string>>;
  /** Module-level variables that hold memory of the host's which it may take away. */
  readonly #views: ReadonlySet<string>;
  /** Of each graph by itself. */
  readonly #own = new Map<string, LeafGraph | null>();
  readonly #calling = new Map<string, boolean>();

  constructor(unit: Unit) {
    this.#unit = unit;
    this.#called = calledGraphs(unit);
    const views = unit.globals.filter(holdsView);
    this.#views = new Set(views.map(({ id }) => id));
  }

  /** null: it is no leaf. */
  find(name: string): LeafGraph | null {
    let mayCollect = false;
    for (const one of this.#reached(name)) {
      const own = this.#ownOf(one);
      if (!own) return null;
      mayCollect ||= own.mayCollect;
    }
    return { mayCollect };
  }

  /** It may come to call JavaScript: a function that the program was given, or C that calls back. */
  callsBack(name: string): boolean {
    return this.#reached(name).some((one) => this.#callsBackItself(one));
  }

  #callsBackItself(name: string): boolean {
    let own = this.#calling.get(name);
    if (own === undefined) {
      const graph = this.#unit.graphs.get(name);
      own = !graph || reversePostorder(graph).some(({ ops }) => ops.some(isCallBack));
      this.#calling.set(name, own);
    }
    return own;
  }

  #reached(name: string): readonly string[] {
    const reached = new Set([name]);
    // The set grows while it is walked.
    for (const one of reached)
      for (const callee of this.#called.get(one) ?? []) reached.add(callee);
    return [...reached];
  }

  #ownOf(name: string): LeafGraph | null {
    let own = this.#own.get(name);
    if (own === undefined) {
      const graph = this.#unit.graphs.get(name);
      this.#own.set(name, (own = graph ? this.#look(graph) : null));
    }
    return own;
  }

  #look(graph: Graph): LeafGraph | null {
    let mayCollect = false;
    for (const { ops, exit } of reversePostorder(graph)) {
      if (ops.some((op) => this.#asksHost(op))) return null;
      mayCollect ||= !ops.every(({ name }) => isOfMachine(name));
      // The message may have to be made.
      mayCollect ||=
        exit.kind === 'throw' || (exit.kind === 'raise' && exit.error.template === null);
    }
    return { mayCollect };
  }

  #asksHost({ name, attributes: { external, global } }: Op): boolean {
    if (name === 'c_call') return !external?.leaf || external.releasegil;
    return HOST_OPS.has(name) || (global !== undefined && this.#views.has(global));
  }
}

const isCallBack = ({ name, attributes: { external } }: Op): boolean =>
  name === 'host_call' || (name === 'c_call' && !external?.leaf);
