// Which blocks stand on every way to a block (Cooper, Harvey and Kennedy: "A Simple, Fast Dominance Algorithm").
import type { Block, Graph, Link } from './graph.ts';
import { linksOf, predecessors, reversePostorder } from './walk.ts';

export interface Dominators {
  /** Reachable blocks in reverse postorder: a dominator comes before what it dominates. */
  readonly order: readonly Block[];
  /** The nearest dominator other than itself; null for the start. */
  readonly immediate: ReadonlyMap<Block, Block | null>;
  /** A block dominates itself. */
  dominates(a: Block, b: Block): boolean;
  /** Whether every way to `block` goes through this link: results of a `try` op are known behind its `normal` one. */
  linkDominates(link: Link, block: Block): boolean;
}

export function dominators(graph: Graph): Dominators {
  const order = reversePostorder(graph);
  const parents = immediateDominators(order);
  const at = (index: number): Block | null => (index < 0 ? null : (order[index] ?? null));
  const immediate = new Map(
    order.map((block, index) => [block, index === 0 ? null : at(parents[index] ?? -1)]),
  );
  const depths = new Map<Block, number>();
  for (const block of order) {
    const parent = immediate.get(block);
    depths.set(block, parent ? (depths.get(parent) ?? 0) + 1 : 0);
  }
  const dominates = (a: Block, b: Block): boolean => {
    const depth = depths.get(a);
    if (depth === undefined) return false;
    let current: Block | null | undefined = b;
    while (current && (depths.get(current) ?? -1) > depth) current = immediate.get(current);
    return current === a;
  };
  const edges = predecessors(graph);
  const linkDominates = (link: Link, block: Block): boolean => {
    const others = (edges.get(link.target) ?? []).filter((edge) => edge.link !== link);
    const isLoop = others.every(({ from }) => dominates(link.target, from));
    return isLoop && dominates(link.target, block);
  };
  return { order, immediate, dominates, linkDominates };
}

/** By positions in `order`; the start is its own. */
function immediateDominators(order: readonly Block[]): readonly number[] {
  const position = new Map(order.map((block, index) => [block, index]));
  const sources: number[][] = order.map(() => []);
  order.forEach((block, from) => {
    for (const { target } of linksOf(block.exit)) sources[position.get(target) ?? 0]?.push(from);
  });
  const parents: number[] = order.map((_, index) => (index === 0 ? 0 : -1));
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y) {
      if (x > y) x = parents[x] ?? 0;
      else y = parents[y] ?? 0;
    }
    return x;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let index = 1; index < order.length; index++) {
      const known = (sources[index] ?? []).filter((from) => (parents[from] ?? -1) >= 0);
      const parent = known.reduce((a, b) => meet(a, b), known[0] ?? 0);
      if (parent !== parents[index]) {
        parents[index] = parent;
        changed = true;
      }
    }
  }
  return parents;
}
