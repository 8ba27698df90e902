'use mixmod';
// Havlak: finds the loops of a control flow graph. Sets, dictionaries and queues of objects; a deep recursion.
import { IdentityDictionary, ItemSet, Vector, type Hashable } from './som.ts';

class BasicBlock implements Hashable {
  private readonly name: number;
  readonly inEdges = new Vector<BasicBlock>(2);
  readonly outEdges = new Vector<BasicBlock>(2);

  constructor(name: number) {
    this.name = name;
  }

  hash(): number {
    return this.name;
  }
}

class Edge {
  readonly from: BasicBlock;
  readonly to: BasicBlock;

  constructor(from: BasicBlock, to: BasicBlock) {
    this.from = from;
    this.to = to;
    from.outEdges.append(to);
    to.inEdges.append(from);
  }
}

class ControlFlowGraph {
  readonly blocks = new Vector<BasicBlock>();
  private readonly edges = new Vector<Edge>();

  get start(): BasicBlock {
    return this.blocks.at(0);
  }

  /** The block of this name: one that is there, or the next one. */
  createNode(name: number): BasicBlock {
    if (name < this.blocks.size) return this.blocks.at(name);
    if (name > this.blocks.size) throw new Error('blocks must be made in order');
    const block = new BasicBlock(name);
    this.blocks.append(block);
    return block;
  }

  connect(from: number, to: number): void {
    const source = this.createNode(from);
    this.edges.append(new Edge(source, this.createNode(to)));
  }

  /** A branch in two and the join; the number of the join. */
  buildDiamond(start: number): number {
    this.connect(start, start + 1);
    this.connect(start, start + 2);
    this.connect(start + 1, start + 3);
    this.connect(start + 2, start + 3);
    return start + 3;
  }

  buildStraight(start: number, length: number): number {
    for (let i = 0; i < length; i++) this.connect(start + i, start + i + 1);
    return start + length;
  }

  /** Two diamonds, each in a loop of its own, in a loop around both. */
  buildBaseLoop(from: number): number {
    const header = this.buildStraight(from, 1);
    const diamond1 = this.buildDiamond(header);
    const between = this.buildStraight(diamond1, 1);
    const diamond2 = this.buildDiamond(between);
    const footer = this.buildStraight(diamond2, 1);
    this.connect(diamond2, between);
    this.connect(diamond1, header);
    this.connect(footer, from);
    return this.buildStraight(footer, 1);
  }
}

class Loop {
  private readonly blocks = new ItemSet<BasicBlock>();
  private readonly children = new ItemSet<Loop>();
  private parent: Loop | null = null;
  readonly counter: number;
  readonly header: BasicBlock | null;
  readonly isReducible: boolean;
  isRoot = false;
  nestingLevel = 0;
  depth = 0;

  constructor(counter: number, header: BasicBlock | null, isReducible: boolean) {
    this.counter = counter;
    this.header = header;
    this.isReducible = isReducible;
    if (header !== null) this.blocks.add(header);
  }

  get hasParent(): boolean {
    return this.parent !== null;
  }

  addBlock(block: BasicBlock): void {
    this.blocks.add(block);
  }

  setParent(parent: Loop): void {
    this.parent = parent;
    parent.children.add(this);
  }

  setNestingLevel(level: number): void {
    this.nestingLevel = level;
    if (level === 0) this.isRoot = true;
  }

  /** Sets the depths of this loop and of all inside it, and how deep they nest. */
  calculateLevels(depth: number): void {
    this.depth = depth;
    this.children.forEach((child) => {
      child.calculateLevels(depth + 1);
      this.setNestingLevel(Math.max(this.nestingLevel, 1 + child.nestingLevel));
    });
  }
}

class LoopStructureGraph {
  private readonly loops = new Vector<Loop>();
  private readonly root: Loop;

  constructor() {
    this.root = this.createLoop(null, true);
    this.root.setNestingLevel(0);
  }

  get size(): number {
    return this.loops.size;
  }

  createLoop(header: BasicBlock | null, isReducible: boolean): Loop {
    const loop = new Loop(this.loops.size, header, isReducible);
    this.loops.append(loop);
    return loop;
  }

  calculateNestingLevels(): void {
    this.loops.forEach((loop) => {
      if (!loop.isRoot && !loop.hasParent) loop.setParent(this.root);
    });
    this.root.calculateLevels(0);
  }
}

/** A block, or all blocks of a loop that was found, which its header stands for. */
class UnionFindNode {
  private parent: UnionFindNode = this;
  block: BasicBlock | null = null;
  loop: Loop | null = null;
  dfsNumber = 0;

  init(block: BasicBlock, dfsNumber: number): void {
    this.block = block;
    this.dfsNumber = dfsNumber;
  }

  /** The node that stands for all; shortens the way to it. */
  findSet(): UnionFindNode {
    const passed = new Vector<UnionFindNode>();
    let node: UnionFindNode = this;
    while (node !== node.parent) {
      if (node.parent !== node.parent.parent) passed.append(node);
      node = node.parent;
    }
    const parent = this.parent;
    passed.forEach((one) => one.union(parent));
    return node;
  }

  union(parent: UnionFindNode): void {
    this.parent = parent;
  }
}

const UNVISITED = 2_147_483_647;
/** More than this is no program's graph. */
const MOST_NON_BACK_PREDECESSORS = 32 * 1024;

const NON_HEADER = 1;
const REDUCIBLE = 2;
const SELF = 3;
const IRREDUCIBLE = 4;
const DEAD = 5;

/** Havlak's algorithm, which generalizes Tarjan's; the letters of its steps are those of his paper. */
class LoopFinder {
  private readonly graph: ControlFlowGraph;
  private readonly found: LoopStructureGraph;
  private readonly numbers = new IdentityDictionary<BasicBlock, number>();
  private readonly nonBackPredecessors = new Vector<ItemSet<number>>();
  private readonly backPredecessors = new Vector<Vector<number>>();
  private readonly nodes: UnionFindNode[] = [];
  private readonly header: number[];
  private readonly kind: number[];
  /** The highest number among the descendants of a node. */
  private readonly last: number[];

  constructor(graph: ControlFlowGraph, found: LoopStructureGraph) {
    this.graph = graph;
    this.found = found;
    const size = graph.blocks.size;
    this.header = new Array<number>(size).fill(0);
    this.kind = new Array<number>(size).fill(NON_HEADER);
    this.last = new Array<number>(size).fill(0);
    for (let i = 0; i < size; i++) {
      this.nonBackPredecessors.append(new ItemSet<number>());
      this.backPredecessors.append(new Vector<number>());
      this.nodes.push(new UnionFindNode());
    }
  }

  findLoops(): void {
    this.numberNodes();
    this.classifyEdges();
    this.header[0] = 0;
    // Backwards, so that inner loops are found before those around them (c).
    for (let w = this.nodes.length - 1; w >= 0; w--) {
      const block = this.nodes[w].block;
      if (block !== null && !this.findLoopAt(w, block)) return;
    }
  }

  /** False where the graph is too tangled to go on. */
  private findLoopAt(w: number, block: BasicBlock): boolean {
    const body = new Vector<UnionFindNode>();
    this.collectBackPredecessors(w, body);
    const todo = new Vector<UnionFindNode>();
    body.forEach((node) => todo.append(node));
    if (!body.isEmpty()) this.kind[w] = REDUCIBLE;
    while (!todo.isEmpty()) {
      const node = todo.removeFirst();
      const predecessors = this.nonBackPredecessors.at(node.dfsNumber);
      if (predecessors.size > MOST_NON_BACK_PREDECESSORS) return false;
      this.chaseUpwards(w, predecessors, body, todo);
    }
    if (!body.isEmpty() || this.kind[w] === SELF) {
      const loop = this.found.createLoop(block, this.kind[w] !== IRREDUCIBLE);
      this.collapse(w, body, loop);
    }
    return true;
  }

  /** Step a: numbers in the order of a depth-first search; what it does not reach is dead. */
  private numberNodes(): void {
    this.graph.blocks.forEach((block) => this.numbers.atPut(block, UNVISITED));
    this.search(this.graph.start, 0);
  }

  /** The last number that was given. */
  private search(block: BasicBlock, current: number): number {
    this.nodes[current].init(block, current);
    this.numbers.atPut(block, current);
    let lastNumber = current;
    const targets = block.outEdges;
    for (let i = 0; i < targets.size; i++) {
      const target = targets.at(i);
      if (this.numbers.at(target) === UNVISITED) lastNumber = this.search(target, lastNumber + 1);
    }
    this.last[current] = lastNumber;
    return lastNumber;
  }

  /** Step b: an edge from a descendant goes back. */
  private classifyEdges(): void {
    for (let w = 0; w < this.nodes.length; w++) {
      const block = this.nodes[w].block;
      if (block === null) {
        this.kind[w] = DEAD;
        continue;
      }
      block.inEdges.forEach((from) => {
        const v = this.numbers.at(from);
        if (v === null || v === UNVISITED) return;
        if (this.isAncestor(w, v)) this.backPredecessors.at(w).append(v);
        else this.nonBackPredecessors.at(w).add(v);
      });
    }
  }

  private isAncestor(w: number, v: number): boolean {
    return w <= v && v <= this.last[w];
  }

  /** Step d. */
  private collectBackPredecessors(w: number, body: Vector<UnionFindNode>): void {
    this.backPredecessors.at(w).forEach((v) => {
      if (v === w) this.kind[w] = SELF;
      else body.append(this.nodes[v].findSet());
    });
  }

  /** Step e: a node that is no descendant of w is another way into the loop. */
  private chaseUpwards(
    w: number,
    predecessors: ItemSet<number>,
    body: Vector<UnionFindNode>,
    todo: Vector<UnionFindNode>,
  ): void {
    predecessors.forEach((v) => {
      const node = this.nodes[v].findSet();
      if (!this.isAncestor(w, node.dfsNumber)) {
        this.kind[w] = IRREDUCIBLE;
        this.nonBackPredecessors.at(w).add(node.dfsNumber);
      } else if (node.dfsNumber !== w && !body.hasSome((other) => other === node)) {
        todo.append(node);
        body.append(node);
      }
    });
  }

  /** From here on the header stands for the loop's nodes; loops inside it become its children. */
  private collapse(w: number, body: Vector<UnionFindNode>, loop: Loop): void {
    const head = this.nodes[w];
    head.loop = loop;
    body.forEach((node) => {
      this.header[node.dfsNumber] = w;
      node.union(head);
      const inner = node.loop;
      const block = node.block;
      if (inner !== null) inner.setParent(loop);
      else if (block !== null) loop.addBlock(block);
    });
  }
}

/** Three levels of loops around base loops, so many of each side by side. */
function buildGraph(graph: ControlFlowGraph, outer: number, middle: number, inner: number): void {
  let n = 2;
  for (let i = 0; i < outer; i++) {
    graph.createNode(n + 1);
    graph.connect(2, n + 1);
    n++;
    for (let j = 0; j < middle; j++) {
      const top = n;
      n = graph.buildStraight(n, 1);
      for (let k = 0; k < inner; k++) n = graph.buildBaseLoop(n);
      const bottom = graph.buildStraight(n, 1);
      graph.connect(n, top);
      n = bottom;
    }
    graph.connect(n, 1);
  }
}

/** The numbers of loops found in one structure, and of blocks. */
function findLoops(
  warmUps: number,
  repetitions: number,
  outer: number,
  middle: number,
  inner: number,
): [loops: number, blocks: number] {
  const graph = new ControlFlowGraph();
  const found = new LoopStructureGraph();
  graph.createNode(0);
  graph.buildBaseLoop(0);
  graph.connect(0, 2);
  for (let i = 0; i < warmUps; i++) new LoopFinder(graph, found).findLoops();
  buildGraph(graph, outer, middle, inner);
  new LoopFinder(graph, found).findLoops();
  for (let i = 0; i < repetitions; i++) {
    new LoopFinder(graph, new LoopStructureGraph()).findLoops();
  }
  found.calculateNestingLevels();
  return [found.size, graph.blocks.size];
}

/** Of any size: three levels, so many side by side in each; the graph is searched twice. */
export function countLoops(outer: number, middle: number, inner: number): number {
  const [loops] = findLoops(1, 1, outer, middle, inner);
  return loops;
}

/** The large graph, searched so many times and once more: `run` without what takes it long. */
export function searchLoops(times: number): number {
  const [loops] = findLoops(1, times, 10, 10, 5);
  return loops;
}

/** The inner iterations are runs on a small graph before the large one; false where no result is known. */
export function run(innerIterations: number): boolean {
  const [loops, blocks] = findLoops(innerIterations, 50, 10, 10, 5);
  return blocks === 5213 && loops === expectedLoops(innerIterations);
}

function expectedLoops(innerIterations: number): number {
  if (innerIterations === 15_000) return 46602;
  if (innerIterations === 1500) return 6102;
  if (innerIterations === 150) return 2052;
  if (innerIterations === 15) return 1647;
  return innerIterations === 1 ? 1605 : -1;
}
