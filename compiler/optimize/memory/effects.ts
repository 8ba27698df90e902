// A unit → which kinds of places each call may write, with all that it calls.
import { CallTargets } from '../../graph/calls.ts';
import type { Op } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import type { Unit } from '../../graph/unit.ts';
import { reversePostorder } from '../../graph/walk.ts';
import { writtenKinds } from './locations.ts';

/** null: any. */
export type Kinds = ReadonlySet<string> | null;

const CALLS: ReadonlySet<OpName> = new Set(['direct_call', 'method_call', 'closure_call']);
const NONE: Kinds = new Set();

interface Summary {
  own: Set<string> | null;
  readonly callees: Set<string>;
}

export class Effects {
  readonly #targets: CallTargets;
  readonly #summaries = new Map<string, Summary>();

  constructor(unit: Unit) {
    this.#targets = new CallTargets(unit);
    for (const [name, graph] of unit.graphs) {
      const summary: Summary = { own: new Set(), callees: new Set() };
      for (const { ops } of reversePostorder(graph)) {
        for (const op of ops) this.#collect(op, summary);
      }
      this.#summaries.set(name, summary);
    }
    this.#propagate();
  }

  /** What an op may write. */
  of(op: Op): Kinds {
    if (this.#callsBack(op)) return null;
    if (!CALLS.has(op.name)) {
      const kinds = writtenKinds(op);
      return kinds && (kinds.length === 0 ? NONE : new Set(kinds));
    }
    const all = new Set<string>();
    for (const callee of this.#targets.of(op)) {
      const written = this.#summaries.get(callee)?.own;
      if (!written) return null;
      for (const kind of written) all.add(kind);
    }
    return all;
  }

  /** C may run callbacks, and these anything. */
  #callsBack({ name, attributes: { external } }: Op): boolean {
    return name === 'c_call' && external?.leaf !== true && this.#targets.callbacks.size > 0;
  }

  #collect(op: Op, summary: Summary): void {
    if (this.#callsBack(op)) {
      summary.own = null;
      return;
    }
    if (CALLS.has(op.name)) {
      for (const callee of this.#targets.of(op)) summary.callees.add(callee);
      return;
    }
    const kinds = writtenKinds(op);
    if (!kinds) summary.own = null;
    else for (const kind of kinds) summary.own?.add(kind);
  }

  /** Until nobody writes more than is known of those that call it. */
  #propagate(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const summary of this.#summaries.values()) {
        for (const callee of summary.callees) {
          if (summary.own === null) break;
          const { size } = summary.own;
          const called = this.#summaries.get(callee)?.own;
          if (called) for (const kind of called) summary.own.add(kind);
          else summary.own = null;
          if (summary.own?.size !== size) changed = true;
        }
      }
    }
  }
}
