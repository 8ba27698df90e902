// Where in a graph views of memory are still needed behind calls that may take their memory away: what `refresh-views.ts` must know of
// a graph before it changes it.
import type { Block, Graph, Link, Op, Value, Variable } from '../graph/graph.ts';
import { exitArgs, linksOf, predecessors, reversePostorder, type Edge } from '../graph/walk.ts';
import { isView } from '../program/crossing.ts';
import type { RtsType } from '../program/types.ts';

type Views = ReadonlySet<Variable>;

const NONE: Views = new Set();

const holdsView = (type: RtsType): boolean => isView(type.kind === 'nullable' ? type.base : type);

const viewsOf = (values: readonly Value[]): readonly Variable[] =>
  values.filter((value) => value.kind === 'variable' && holdsView(value.type)) as Variable[];

export class LiveViews {
  readonly order: readonly Block[];
  readonly #isCall: (op: Op) => boolean;
  readonly #entries: ReadonlyMap<Block, readonly Edge[]>;
  /** Needed at the beginning of a block, its inputs left out. */
  readonly #needed = new Map<Block, Views>();
  readonly #after = new Map<Op, Views>();
  /** Of those needed at the beginning of a block: looked at on some way to it. */
  readonly #looked = new Map<Block, Set<Variable>>();

  constructor(graph: Graph, isCall: (op: Op) => boolean) {
    this.order = reversePostorder(graph);
    this.#isCall = isCall;
    this.#entries = predecessors(graph);
    if (!this.#hasBoth()) return;
    this.#findNeeded();
    this.#findLooked();
  }

  /** No view is needed behind such a call. */
  get isEmpty(): boolean {
    const found = [...this.#after.values(), ...this.#looked.values()];
    return found.every(({ size }) => size === 0);
  }

  /** The views that are needed behind a call which does not end its block. */
  after(call: Op): Views {
    return this.#after.get(call) ?? NONE;
  }

  /** The views that are needed behind `call`, which ends its block, on this way out of it. */
  along({ target, args }: Link, call: Op): Views {
    const all = new Set([...(this.#needed.get(target) ?? NONE), ...viewsOf(args)]);
    for (const result of call.results) all.delete(result);
    return all;
  }

  /** The only way to a block. */
  onlyWay(block: Block): Link | null {
    const entries = this.#entries.get(block) ?? [];
    return entries.length === 1 ? (entries[0]?.link ?? null) : null;
  }

  /** The views that may be another one on each way to the block. */
  met(block: Block): Views {
    const entries = this.#entries.get(block) ?? [];
    return entries.length > 1 ? (this.#looked.get(block) ?? NONE) : NONE;
  }

  /** Most graphs have no views or no such calls. */
  #hasBoth(): boolean {
    const ops = this.order.flatMap((block) => block.ops);
    const defined = this.order.flatMap(({ inputs }) => inputs);
    const views = viewsOf([...defined, ...ops.flatMap(({ results }) => results)]);
    return views.length > 0 && ops.some(this.#isCall);
  }

  #findNeeded(): void {
    const backwards = this.order.toReversed();
    for (let changed = true; changed;) {
      changed = false;
      for (const block of backwards) {
        const needed = this.#neededIn(block);
        changed ||= needed.size > (this.#needed.get(block)?.size ?? 0);
        this.#needed.set(block, needed);
      }
    }
  }

  #neededIn({ inputs, ops, exit }: Block): Views {
    const live = new Set(viewsOf(exitArgs(exit)));
    for (const { target, args } of linksOf(exit)) {
      for (const view of this.#needed.get(target) ?? NONE) live.add(view);
      for (const view of viewsOf(args)) live.add(view);
    }
    const last = exit.kind === 'try' ? ops.at(-1) : undefined;
    for (const op of ops.toReversed()) {
      for (const result of op.results) live.delete(result);
      if (op !== last && this.#isCall(op)) this.#after.set(op, new Set(live));
      for (const view of viewsOf(op.args)) live.add(view);
    }
    for (const input of inputs) live.delete(input);
    return live;
  }

  #findLooked(): void {
    for (const block of this.order) this.#looked.set(block, new Set());
    for (let changed = true; changed;) {
      changed = false;
      for (const block of this.order) changed = this.#lookBehind(block) || changed;
    }
  }

  /** Whether anything new has been found. */
  #lookBehind(block: Block): boolean {
    const { ops, exit } = block;
    const own = new Set(this.#looked.get(block));
    for (const op of ops) for (const view of this.after(op)) own.add(view);
    const last = exit.kind === 'try' ? ops.at(-1) : undefined;
    let changed = false;
    for (const link of linksOf(exit)) {
      const found = this.#looked.get(link.target);
      const needed = this.#needed.get(link.target);
      if (!found || !needed) continue;
      const before = found.size;
      const there = last && this.#isCall(last) ? [...own, ...this.along(link, last)] : own;
      for (const view of there) if (needed.has(view)) found.add(view);
      changed ||= found.size > before;
    }
    return changed;
  }
}
