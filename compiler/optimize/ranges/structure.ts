// A graph → its shape: order, dominators, loops, how often its blocks run relative to each other.
import { dominators, type Dominators } from '../../graph/dominators.ts';
import type { Block, Graph, Op, Value, Variable } from '../../graph/graph.ts';
import { definitions, predecessors, type Definition, type Edge } from '../../graph/walk.ts';

export interface Structure {
  readonly graph: Graph;
  /** Reverse postorder. */
  readonly order: readonly Block[];
  readonly position: ReadonlyMap<Block, number>;
  readonly predecessors: ReadonlyMap<Block, readonly Edge[]>;
  readonly definitions: ReadonlyMap<Variable, Definition>;
  readonly dominators: Dominators;
  /** The blocks of each natural loop, by its header. */
  readonly loops: ReadonlyMap<Block, ReadonlySet<Block>>;
  readonly loopDepth: (block: Block) => number;
}

export function structureOf(graph: Graph): Structure {
  const tree = dominators(graph);
  const { order } = tree;
  const entering = predecessors(graph);
  const loops = findLoops(tree, entering);
  const depths = new Map<Block, number>();
  for (const body of loops.values()) {
    for (const block of body) depths.set(block, (depths.get(block) ?? 0) + 1);
  }
  return {
    graph,
    order,
    position: new Map(order.map((block, index) => [block, index])),
    predecessors: entering,
    definitions: definitions(graph),
    dominators: tree,
    loops,
    loopDepth: (block) => depths.get(block) ?? 0,
  };
}

/** What reaches the back edges of a header without passing it. */
function findLoops(
  tree: Dominators,
  entering: ReadonlyMap<Block, readonly Edge[]>,
): ReadonlyMap<Block, ReadonlySet<Block>> {
  const loops = new Map<Block, Set<Block>>();
  for (const header of tree.order) {
    const stack = (entering.get(header) ?? [])
      .map(({ from }) => from)
      .filter((from) => tree.dominates(header, from));
    if (stack.length === 0) continue;
    const body = new Set<Block>([header]);
    for (let block = stack.pop(); block; block = stack.pop()) {
      if (body.has(block)) continue;
      body.add(block);
      stack.push(...(entering.get(block) ?? []).map(({ from }) => from));
    }
    loops.set(header, body);
  }
  return loops;
}

/** The edges to a loop's header: from outside, and back to it from inside. */
export interface LoopEdges {
  readonly entries: readonly Edge[];
  readonly backEdges: readonly Edge[];
}

export function loopEdges(
  { predecessors }: Structure,
  header: Block,
  body: ReadonlySet<Block>,
): LoopEdges {
  const edges = predecessors.get(header) ?? [];
  return {
    entries: edges.filter(({ from }) => !body.has(from)),
    backEdges: edges.filter(({ from }) => body.has(from)),
  };
}

/** A link that goes backwards in the order: each cycle of links has one. */
export const goesBack = ({ position }: Structure, from: Block, target: Block): boolean =>
  (position.get(from) ?? 0) >= (position.get(target) ?? 0);

/** The op that defines a variable; null for block inputs and constants. */
export const definingOp = (structure: Structure, value: Value): Op | null =>
  value.kind === 'variable' ? (structure.definitions.get(value)?.op ?? null) : null;
