'use mixmod';
// Storage: a tree of arrays, made and thrown away. Allocation and little else.
import { Random } from './som.ts';

/** A type of array that has itself as items needs a name that TypeScript's arrays do not give: hence a class. */
class Tree {
  readonly children: (Tree | null)[];

  constructor(size: number) {
    this.children = new Array<Tree | null>(size).fill(null);
  }
}

class Builder {
  count = 0;
  private readonly random = new Random();

  build(depth: number): Tree {
    this.count++;
    if (depth === 1) return new Tree((this.random.next() % 10) + 1);
    const tree = new Tree(4);
    for (let i = 0; i < 4; i++) tree.children[i] = this.build(depth - 1);
    return tree;
  }
}

function nodes(): number {
  const builder = new Builder();
  builder.build(7);
  return builder.count;
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (nodes() !== 5461) return false;
  }
  return true;
}
