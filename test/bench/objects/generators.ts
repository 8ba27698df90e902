'use mixmod';
// Generators: consumed where they are made, recursive ones, one step at a time, in a pipeline, and iterators written by hand.
import { i32 } from 'mixmod';

function* count(from: number, to: number): Generator<number> {
  for (let i = from; i < to; i++) yield i;
}

/** The loop over the generator stands in the function that makes it. */
export function local(n: number): number {
  let total = 0;
  for (const x of count(0, n)) total += x;
  return total;
}

function* primes(limit: i32): Generator<i32> {
  const composite = new Uint8Array(limit);
  for (let i: i32 = 2; i < limit; i++) {
    if (composite[i]) continue;
    yield i;
    for (let j: i32 = i + i; j < limit; j += i) composite[j] = 1;
  }
}

export function sieve(n: number): number {
  let total = 0;
  for (const prime of primes(n | 0)) total += prime;
  return total;
}

class Tree {
  constructor(
    readonly left: Tree | null,
    readonly value: number,
    readonly right: Tree | null,
  ) {}
  *walk(): Generator<number> {
    if (this.left) yield* this.left.walk();
    yield this.value;
    if (this.right) yield* this.right.walk();
  }
}
const tree = (from: number, to: number): Tree | null => {
  if (from >= to) return null;
  const middle = (from + to) >> 1;
  return new Tree(tree(from, middle), middle, tree(middle + 1, to));
};

/** Each item goes through a generator for each level. */
export function recursive(n: number): number {
  let total = 0;
  const root = tree(0, n);
  if (root) for (const value of root.walk()) total = (total * 3 + value) % 1000003;
  return total;
}

export function steps(n: number): number {
  const it = count(0, n);
  let total = 0;
  for (let step = it.next(); !step.done; step = it.next()) total += step.value;
  return total;
}

function* mapped(items: Iterable<number>, by: (item: number) => number): Generator<number> {
  for (const item of items) yield by(item);
}
function* filtered(items: Iterable<number>, keep: (item: number) => boolean): Generator<number> {
  for (const item of items) if (keep(item)) yield item;
}
export function pipeline(n: number): number {
  let total = 0;
  const even = filtered(count(0, n), (x) => x % 2 === 0);
  for (const x of mapped(even, (y) => y * y)) total += x;
  return total;
}

class Countdown implements Iterable<number> {
  constructor(private readonly from: number) {}
  [Symbol.iterator](): Iterator<number> {
    let left = this.from;
    return {
      next: (): IteratorResult<number> =>
        left > 0 ? { done: false, value: left-- } : { done: true, value: undefined },
    };
  }
}
export function byHand(n: number): number {
  let total = 0;
  for (const x of new Countdown(n)) total += x;
  return total;
}

export function run(n: number): number {
  return local(n) + sieve(n) + recursive(n) + steps(n) + pipeline(n) + byHand(n);
}
