// Executes a unit, high or low, without LLVM (RPython's llinterp): the reference for what graphs mean. Node = interpreter
// = addon localises a bug to a stage.
import { argument, fromParts, toJavaScript, toParts } from './interpret/boundary.ts';
import { Buffers } from './interpret/buffers.ts';
import { errorToJavaScript } from './interpret/errors.ts';
import { globalsById, initialValues, refreshGlobals } from './interpret/globals.ts';
import { HeapObject, InterpreterError, Raise, type Held, type State } from './interpret/held.ts';
import { run, type Limits } from './interpret/machine.ts';
import { Memory } from './interpret/memory.ts';
import { LEAVING_ERROR, type Unit, type UnitExport } from './unit.ts';
import type { RtsType } from '../program/types.ts';

export { InterpreterError } from './interpret/held.ts';

export interface Interpreter {
  /** Calls an exported function as JavaScript does; errors of the program are thrown as JavaScript's. */
  call(exportName: string, args: readonly unknown[]): unknown;
  /** The value of an exported module-level variable, or an exported enum. */
  get(exportName: string): unknown;
  /** What `host_call` calls. */
  give(host: NonNullable<State['host']['call']>): void;
  /** Where `host_hold` says that an object stands for a live value. */
  giveLinks(links: Int32Array): void;
  /** Allocations of C memory (malloc) that have not been freed. */
  liveAllocations(): number;
}

const LIMITS: Limits = { steps: 20_000_000, depth: 10_000 };

/** One environment: its module-level code has run. */
export function createInterpreter(unit: Unit, limits: Partial<Limits> = {}): Interpreter {
  const memory = new Memory();
  const buffers = new Buffers(memory);
  const state: State = {
    unit,
    memory,
    buffers,
    globals: globalsById(unit),
    stored: new Map(),
    errno: [0, 0],
    pending: null,
    told: [],
    host: { call: null, links: null },
  };
  for (const global of unit.globals) state.stored.set(global.id, initialValues(global, state));
  const environment = new Environment(state, { ...LIMITS, ...limits });
  if (unit.initializer !== null) environment.initialize(unit.initializer);
  return environment;
}

class Environment implements Interpreter {
  readonly #state: State;
  readonly #limits: Limits;

  constructor(state: State, limits: Limits) {
    this.#state = state;
    this.#limits = limits;
  }

  call(exportName: string, args: readonly unknown[]): unknown {
    const item = this.#export(exportName);
    if (item.kind !== 'function') throw new InterpreterError(`${exportName} is no function`);
    const { parameters, graph, result } = item;
    const called = item.called ?? exportName;
    const values = parameters.map((parameter, i) => argument(args[i], parameter, i, called));
    return this.#exchange(() => {
      const held = values.flatMap((value, i) => {
        const type = parameters[i]?.inputType;
        return type ? this.#lower(type, value) : [];
      });
      return toJavaScript(this.#lift(result, this.execute(graph, held)), result);
    });
  }

  give(host: NonNullable<State['host']['call']>): void {
    this.#state.host.call = host;
  }

  giveLinks(links: Int32Array): void {
    this.#state.host.links = links;
  }

  initialize(graph: string): void {
    this.#exchange(() => this.execute(graph, []));
  }

  get(exportName: string): unknown {
    const item = this.#export(exportName);
    if (item.kind === 'function') throw new InterpreterError(`${exportName} is a function`);
    if (item.kind === 'enum') return enumObject(item.members);
    const { id, type } = item.global;
    const values = this.#state.stored.get(id) ?? [];
    return this.#exchange(() => toJavaScript(this.#lift(type, values), type));
  }

  liveAllocations(): number {
    return this.#state.memory.live('malloc');
  }

  /** Runs a graph on held values; a raise becomes the JavaScript error that it carries. */
  execute(name: string, args: readonly Held[]): readonly Held[] {
    const graph = this.#state.unit.graphs.get(name);
    if (!graph) throw new InterpreterError(`no graph ${name}`);
    try {
      return run(graph, args, this.#state, this.#limits);
    } catch (error) {
      throw error instanceof Raise ? this.#leaving(error) : error;
    }
  }

  /** As wrappers do: the program is told of an object. */
  #leaving(raise: Raise): Error {
    const graph = this.#state.unit.graphs.get(LEAVING_ERROR);
    if (graph && raise.error instanceof HeapObject) {
      this.#state.pending = raise;
      this.#state.told.length = 0;
      run(graph, [], this.#state, this.#limits);
    }
    return errorToJavaScript(raise.error, this.#state);
  }

  /** Around a call from the host: ArrayBuffers come and go. */
  #exchange<T>(action: () => T): T {
    const { buffers } = this.#state;
    buffers.copyAllIn();
    refreshGlobals(this.#state);
    try {
      return action();
    } finally {
      buffers.copyAllOut();
    }
  }

  #lower(type: RtsType, value: Held): readonly Held[] {
    return this.#state.unit.level === 'high' ? [value] : toParts(type, value, this.#state);
  }

  #lift(type: RtsType, values: readonly Held[]): Held {
    return this.#state.unit.level === 'high' ? values[0] : fromParts(type, values, this.#state);
  }

  #export(name: string): UnitExport {
    const found = this.#state.unit.exports.find((item) => item.name === name);
    if (!found) throw new InterpreterError(`no export ${name}`);
    return found;
  }
}

/** With TypeScript's reverse mapping; of members with one value, the last gives its name. */
function enumObject(members: ReadonlyMap<string, number>): object {
  const pairs = [...members].flatMap(([name, value]) => [
    [name, value] as const,
    [String(value), name] as const,
  ]);
  return Object.freeze(Object.fromEntries(pairs));
}
