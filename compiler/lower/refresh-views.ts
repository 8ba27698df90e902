// Calls that may come back to JavaScript take memory away: a buffer may be detached there, or made smaller. So behind each such call
// the views that are still needed are looked at again (`view_refresh`), and what is used from there on is what the look has found:
//
//   host_call                            host_call
//   x = typedarray_get(v, i)      →      w = view_refresh(v)
//                                        x = typedarray_get(w, i)
//
// Where ways meet, a view that was looked at on one of them becomes an input of the block. Each look is at the view as it was first, so
// that one whose memory comes back is there again.
import { CallTargets } from '../graph/calls.ts';
import { variable } from '../graph/builder.ts';
import type { Block, Graph, Link, Op, Value, Variable } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { NO_ATTRIBUTES } from '../graph/ops.ts';
import { mapExit, mapLinks } from '../graph/rewrite.ts';
import type { Unit } from '../graph/unit.ts';
import { reversePostorder } from '../graph/walk.ts';
import { LiveViews } from './live-views.ts';

/** The same unit where nothing of it calls JavaScript. */
export function refreshViews(unit: Unit): Unit {
  const calls = callsOfJavaScript(unit);
  if (!calls) return unit;
  const graphs = [...unit.graphs].map(
    ([name, graph]) => [name, new ViewRefresher(graph, calls).run()] as const,
  );
  return { ...unit, graphs: new Map(graphs) };
}

type IsCall = (op: Op) => boolean;

/** Which ops may come back to JavaScript; null: none. */
function callsOfJavaScript(unit: Unit): IsCall | null {
  const opsOf = (graph: Graph): readonly Op[] => reversePostorder(graph).flatMap(({ ops }) => ops);
  const all = [...unit.graphs].map(([name, graph]) => ({ name, ops: opsOf(graph) }));
  const calling = new Set<string>();
  const targets = new CallTargets(unit);
  const isCall = (op: Op): boolean =>
    op.name === 'host_call' ||
    targets.mayLeave(op) ||
    [...targets.of(op)].some((callee) => calling.has(callee));
  for (let before = -1; before < calling.size;) {
    before = calling.size;
    for (const { name, ops } of all) if (!calling.has(name) && ops.some(isCall)) calling.add(name);
  }
  return calling.size === 0 ? null : isCall;
}

/** What stands for views at a place. */
type Current = ReadonlyMap<Variable, Value>;

class ViewRefresher {
  readonly #graph: Graph;
  readonly #isCall: IsCall;
  readonly #live: LiveViews;
  readonly #blocks = new Map<Block, Block>();
  /** Views that are inputs of a block, and what they are there. */
  readonly #inputs = new Map<Block, ReadonlyMap<Variable, Variable>>();
  readonly #ends = new Map<Link, Current>();

  constructor(graph: Graph, isCall: IsCall) {
    this.#graph = graph;
    this.#isCall = isCall;
    this.#live = new LiveViews(graph, isCall);
  }

  run(): Graph {
    if (this.#live.isEmpty) return this.#graph;
    const { order } = this.#live;
    for (const block of order) {
      const met = [...this.#live.met(block)].map((view) => [view, likeIt(view)] as const);
      this.#inputs.set(block, new Map(met));
      const inputs = [...block.inputs, ...met.map(([, input]) => input)];
      this.#blocks.set(block, { inputs, ops: [], exit: block.exit });
    }
    for (const block of order) this.#rewrite(block);
    return { ...this.#graph, start: this.#new(this.#graph.start) };
  }

  #rewrite(block: Block): void {
    const made = this.#new(block);
    const ops: Op[] = [];
    let current = this.#begin(block);
    const last = block.exit.kind === 'try' ? block.ops.at(-1) : undefined;
    for (const op of block.ops) {
      ops.push({ ...op, args: op.args.map((arg) => valueOf(arg, current)) });
      if (op === last || !this.#isCall(op)) continue;
      const looked = look(this.#live.after(op), op, current);
      ops.push(...looked.ops);
      ({ current } = looked);
    }
    made.ops = ops;
    made.exit =
      last && this.#isCall(last)
        ? mapLinks(block.exit, (link) => this.#lookOn(link, last, current))
        : mapExit(
            mapLinks(block.exit, (link) => this.#link(link, current)),
            (value) => valueOf(value, current),
          );
  }

  /** What has not been looked at on the only way here is as it was. */
  #begin(block: Block): Current {
    const only = this.#live.onlyWay(block);
    const before = only && this.#ends.get(only);
    return new Map<Variable, Value>([...(before ?? []), ...(this.#inputs.get(block) ?? [])]);
  }

  /** A block of its own for the look on one way out of a call that ends its block. */
  #lookOn(link: Link, call: Op, before: Current): Link {
    const { ops, current } = look(this.#live.along(link, call), call, before);
    const onward = this.#link(link, current);
    if (ops.length === 0) return onward;
    return { target: { inputs: [], ops, exit: { kind: 'goto', link: onward } }, args: [] };
  }

  #link(link: Link, current: Current): Link {
    this.#ends.set(link, current);
    const met = [...(this.#inputs.get(link.target)?.keys() ?? [])];
    const args = [...link.args, ...met].map((value) => valueOf(value, current));
    return { target: this.#new(link.target), args };
  }

  #new(block: Block): Block {
    const made = this.#blocks.get(block);
    if (!made) throw new InternalError(`${this.#graph.name}: a block that nothing reaches`);
    return made;
  }
}

const valueOf = (value: Value, current: Current): Value =>
  value.kind === 'variable' ? (current.get(value) ?? value) : value;

const likeIt = ({ type, name }: Variable): Variable => variable(type, name);

function look(
  views: ReadonlySet<Variable>,
  { span }: Op,
  before: Current,
): { readonly ops: readonly Op[]; readonly current: Current } {
  const current = new Map(before);
  const ops = [...views].map((view): Op => {
    const now = likeIt(view);
    current.set(view, now);
    const rest = { attributes: NO_ATTRIBUTES, span };
    return { name: 'view_refresh', args: [view], results: [now], ...rest };
  });
  return { ops, current };
}
