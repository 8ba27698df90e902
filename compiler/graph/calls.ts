// Which graphs a call may run, and which graphs can be called without a call that names them.
import { derivesFrom, rootOf, type ObjectType } from '../program/types.ts';
import type { Graph, Op } from './graph.ts';
import type { Unit } from './unit.ts';
import { reversePostorder } from './walk.ts';

const opsOf = (graph: Graph): readonly Op[] => reversePostorder(graph).flatMap(({ ops }) => ops);

export class CallTargets {
  readonly #unit: Unit;
  /** By the closures' static type. */
  readonly #closures = new Map<object, Set<string>>();
  /** Classes of which objects are made somewhere; others have no receivers. */
  readonly #made = new Set<ObjectType>();
  /** What C can call. */
  readonly callbacks = new Set<string>();
  /** Those found already, by receiver and name. */
  readonly #found = new Map<ObjectType, Map<string, ReadonlySet<string>>>();

  constructor(unit: Unit) {
    this.#unit = unit;
    for (const graph of unit.graphs.values()) {
      for (const { name, results, attributes } of opsOf(graph)) {
        if (name === 'callback_new') this.callbacks.add(attributes.callee ?? '');
        const type = results[0]?.type;
        if (name === 'object_new' && type?.kind === 'object') this.#made.add(type);
        if (name !== 'closure_new' || !type) continue;
        const callees = this.#closures.get(type) ?? new Set<string>();
        this.#closures.set(type, callees.add(attributes.callee ?? ''));
      }
    }
  }

  /** The graphs that a call may run; none for other ops. */
  of({ name, args, attributes }: Op): ReadonlySet<string> {
    const type = args[0]?.type;
    switch (name) {
      case 'direct_call':
        return new Set([attributes.callee ?? '']);
      case 'c_call':
        return attributes.external?.leaf ? new Set() : this.callbacks;
      case 'closure_call':
        return (type && this.#closures.get(type)) ?? new Set();
      case 'method_call':
        return type?.kind === 'object'
          ? this.#methods(type, attributes.method ?? '')
          : new Set<string>();
      default:
        return new Set();
    }
  }

  /** What the call runs may be in no graph of the unit: in one of several that make a program. */
  mayLeave(op: Op): boolean {
    if (!this.#unit.part) return false;
    switch (op.name) {
      case 'direct_call':
        return !this.#unit.graphs.has(op.attributes.callee ?? '');
      case 'closure_call':
      case 'method_call':
        return true;
      case 'c_call':
        return !op.attributes.external?.leaf;
      default:
        return false;
    }
  }

  /** By the graph that runs: the classes of which objects are made that a method call on `receiver` may meet. */
  classesOf(receiver: ObjectType, method: string): ReadonlyMap<string, readonly ObjectType[]> {
    const found = new Map<string, ObjectType[]>();
    for (const { type, methods } of this.#unit.classes.values()) {
      const graph = methods.get(method);
      if (graph === undefined || !this.#made.has(type) || !derivesFrom(type, receiver)) continue;
      found.set(graph, [...(found.get(graph) ?? []), type]);
    }
    return found;
  }

  #methods(receiver: ObjectType, method: string): ReadonlySet<string> {
    let byName = this.#found.get(receiver);
    if (!byName) this.#found.set(receiver, (byName = new Map<string, ReadonlySet<string>>()));
    let found = byName.get(method);
    if (!found) byName.set(method, (found = this.#findMethods(receiver, method)));
    return found;
  }

  #findMethods(receiver: ObjectType, method: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { type, methods } of this.#unit.classes.values()) {
      const graph = methods.get(method);
      if (graph !== undefined && this.#made.has(type) && derivesFrom(type, receiver))
        found.add(graph);
    }
    return found;
  }
}

/** For each graph those that its calls may run, as far as they are graphs of the unit. */
export function calledGraphs(unit: Unit): ReadonlyMap<string, ReadonlySet<string>> {
  const targets = new CallTargets(unit);
  return new Map(
    [...unit.graphs].map(([name, graph]) => {
      const ops = opsOf(graph);
      const called = new Set(ops.flatMap((op) => [...targets.of(op)]));
      // From there it may be called again.
      if (ops.some((op) => targets.mayLeave(op))) called.add(name);
      return [name, called];
    }),
  );
}

/** Graphs that vtables and closures hold, so that calls which do not name them may run them: their parameters must stay. */
export function graphsHeldByObjects(unit: Unit): ReadonlySet<string> {
  const held = new Set(graphsHeldByClosures(unit));
  const ops = [...unit.graphs.values()].flatMap(opsOf);
  const slots = new Set(ops.flatMap((op) => slotOf(op) ?? []));
  for (const { type, methods } of unit.classes.values()) {
    for (const [method, graph] of methods)
      if (slots.has(slotName(type, method)) || slots.has(method)) held.add(graph);
  }
  return held;
}

const HOLDERS: ReadonlySet<string> = new Set(['closure_new', 'callback_new']);

export function graphsHeldByClosures(unit: Unit): ReadonlySet<string> {
  const ops = [...unit.graphs.values()].flatMap(opsOf);
  return new Set(
    ops.flatMap(({ name, attributes: { callee } }) =>
      HOLDERS.has(name) && callee !== undefined ? [callee] : [],
    ),
  );
}

/** What C calls: nothing may be raised out of them. */
export const callbackGraphs = (unit: Unit): ReadonlySet<string> => new CallTargets(unit).callbacks;

/** A vtable has a slot only for what some call of its hierarchy names. */
function slotOf({ name, args, attributes }: Op): string | null {
  const type = args[0]?.type;
  return name === 'method_call' && type?.kind === 'object'
    ? slotName(type, attributes.method ?? '')
    : null;
}

/** The methods of interfaces have names of their own, whatever class implements them. */
const slotName = (type: ObjectType, method: string): string =>
  type.form === 'interface' ? method : `${rootOf(type).name}.${method}`;
