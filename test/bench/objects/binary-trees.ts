'use mixmod';
// Binary trees, made and walked: the collector's benchmark. One tree lives long, one is large, the others die young.

class Tree {
  private readonly left: Tree | null;
  private readonly right: Tree | null;

  constructor(left: Tree | null, right: Tree | null) {
    this.left = left;
    this.right = right;
  }

  count(): number {
    const left = this.left;
    const right = this.right;
    return left === null || right === null ? 1 : 1 + left.count() + right.count();
  }
}

function build(depth: number): Tree {
  return depth === 0 ? new Tree(null, null) : new Tree(build(depth - 1), build(depth - 1));
}

const LEAST_DEPTH = 4;

/** All nodes that were counted. */
export function run(depth: number): number {
  const deepest = Math.max(LEAST_DEPTH + 2, depth);
  let total = build(deepest + 1).count();
  const longLived = build(deepest);
  for (let d = LEAST_DEPTH; d <= deepest; d += 2) {
    const trees = 2 ** (deepest - d + LEAST_DEPTH);
    for (let i = 0; i < trees; i++) total += build(d).count();
  }
  return total + longLived.count();
}
