// Questions about a finished graph: its blocks in order, who enters them, where values are defined and used.
import type { Block, Exit, Graph, Link, Op, Value, Variable } from './graph.ts';

/** The links of an exit in the order of its text: normal before exception, cases before otherwise. */
export function linksOf(exit: Exit): readonly Link[] {
  switch (exit.kind) {
    case 'goto':
      return [exit.link];
    case 'branch':
      return [exit.whenTrue, exit.whenFalse];
    case 'switch':
      return [...exit.cases.map((item) => item.link), exit.otherwise];
    case 'try':
      return [exit.normal, exit.exception];
    case 'raise':
    case 'throw':
      return exit.exception ? [exit.exception] : [];
    case 'return':
    case 'reraise':
    case 'unreachable':
      return [];
  }
}

/** The link by which an exit hands on an error. */
export const exceptionOf = (exit: Exit): Link | null =>
  exit.kind === 'try' || exit.kind === 'raise' || exit.kind === 'throw' ? exit.exception : null;

/** The values that an exit uses itself, without those of its links. */
export function exitArgs(exit: Exit): readonly Value[] {
  switch (exit.kind) {
    case 'branch':
      return [exit.condition];
    case 'switch':
      return [exit.value];
    case 'return':
      return exit.values;
    case 'raise':
      return exit.args;
    case 'throw':
      return [exit.object];
    case 'goto':
    case 'try':
    case 'reraise':
    case 'unreachable':
      return [];
  }
}

/** The reachable blocks, each before those that it alone leads to: definitions come before uses, loops excepted. */
export function reversePostorder(graph: Graph): readonly Block[] {
  const postorder: Block[] = [];
  const seen = new Set<Block>([graph.start]);
  // An explicit stack: generated programs have chains of many thousand blocks.
  const stack = [{ block: graph.start, links: linksOf(graph.start.exit), next: 0 }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    // The last link first, so that the reversed order follows the text: whenTrue before whenFalse.
    const target = frame.links[frame.links.length - 1 - frame.next++]?.target;
    if (!target) {
      postorder.push(frame.block);
      stack.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      stack.push({ block: target, links: linksOf(target.exit), next: 0 });
    }
  }
  return postorder.reverse();
}

/** A link and the block whose exit holds it. */
export interface Edge {
  readonly from: Block;
  readonly link: Link;
}

/** For each reachable block the edges that enter it, in reverse postorder of their sources; the start may have none. */
export function predecessors(graph: Graph): ReadonlyMap<Block, readonly Edge[]> {
  const order = reversePostorder(graph);
  const edges = new Map<Block, Edge[]>(order.map((block) => [block, []]));
  for (const from of order) {
    for (const link of linksOf(from.exit)) edges.get(link.target)?.push({ from, link });
  }
  return edges;
}

export interface Definition {
  readonly block: Block;
  /** null: an input of the block. */
  readonly op: Op | null;
  /** Position among the inputs, or among the op's results. */
  readonly index: number;
}

/** Where each variable of the reachable blocks is defined. */
export function definitions(graph: Graph): ReadonlyMap<Variable, Definition> {
  const found = new Map<Variable, Definition>();
  for (const block of reversePostorder(graph)) {
    block.inputs.forEach((input, index) => found.set(input, { block, op: null, index }));
    for (const op of block.ops) {
      op.results.forEach((result, index) => found.set(result, { block, op, index }));
    }
  }
  return found;
}

/** Calls `visit` for every use of a value in the reachable blocks: operands of ops, of exits, arguments of links. */
export function forEachUse(
  graph: Graph,
  visit: (value: Value, user: Op | Exit | Link, block: Block) => void,
): void {
  for (const block of reversePostorder(graph)) {
    for (const op of block.ops) for (const arg of op.args) visit(arg, op, block);
    for (const arg of exitArgs(block.exit)) visit(arg, block.exit, block);
    for (const link of linksOf(block.exit)) for (const arg of link.args) visit(arg, link, block);
  }
}

/** How often each variable is used; unused ones are missing. */
export function countUses(graph: Graph): ReadonlyMap<Variable, number> {
  const counts = new Map<Variable, number>();
  forEachUse(graph, (value) => {
    if (value.kind === 'variable') counts.set(value, (counts.get(value) ?? 0) + 1);
  });
  return counts;
}

export function countOps(graph: Graph): number {
  return reversePostorder(graph).reduce((sum, block) => sum + block.ops.length, 0);
}

/** How many links the reachable blocks have to each block: 1 means that nothing else enters it. */
export function countEntries(graph: Graph): ReadonlyMap<Block, number> {
  const entries = new Map<Block, number>([[graph.start, 1]]);
  for (const block of reversePostorder(graph)) {
    for (const { target } of linksOf(block.exit)) {
      entries.set(target, (entries.get(target) ?? 0) + 1);
    }
  }
  return entries;
}
