'use mixmod';
// What the tests of robustness do with objects: keep, drop, allocate without end, and fail in the middle.

class Tree {
  readonly left: Tree | null;
  readonly right: Tree | null;
  readonly label: string;

  constructor(left: Tree | null, right: Tree | null, label: string) {
    this.left = left;
    this.right = right;
    this.label = label;
  }

  count(): number {
    const left = this.left;
    const right = this.right;
    return 1 + (left === null ? 0 : left.count()) + (right === null ? 0 : right.count());
  }
}

function build(depth: number): Tree {
  const label = depth % 2 === 0 ? 'even' : `odd ${depth}`;
  return depth === 0
    ? new Tree(null, null, label)
    : new Tree(build(depth - 1), build(depth - 1), label);
}

// ---- what only module-level variables, arrays and statics hold ----

class Registry {
  static last: Tree | null = null;
  static readonly all: Tree[] = [];
  readonly stamps: string[] = [];
  readonly bytes = new Uint8Array(16);
}

const registered = new Registry();
const numbers: number[] = [];
let kept: Tree | null = null;

/** `stamp` tells the instances of the module apart. */
export function keep(depth: number, stamp: number): void {
  kept = build(depth);
  Registry.last = build(depth);
  Registry.all.push(build(depth));
  registered.stamps.push(`stamp ${stamp}`);
  registered.bytes[0] = stamp;
  numbers.push(stamp);
}

export function holds(): string {
  const variable = kept;
  const last = Registry.last;
  let listed = 0;
  for (const tree of Registry.all) listed += tree.count();
  let sum = 0;
  for (const one of numbers) sum += one;
  let names = '';
  for (const name of registered.stamps) names = `${names}${name},`;
  const counts = `${variable === null ? 0 : variable.count()} ${last === null ? 0 : last.count()}`;
  return `${counts} ${listed} ${sum} ${registered.bytes[0]} ${names}`;
}

export function drop(): void {
  kept = null;
  Registry.last = null;
  while (Registry.all.length > 0) Registry.all.pop();
}

// ---- much garbage ----

/** Nodes that were made and dropped. */
export function churn(times: number, depth: number): number {
  let total = 0;
  for (let i = 0; i < times; i++) total += build(depth).count();
  return total;
}

class Item {
  readonly id: number;
  next: Item | null = null;

  constructor(id: number) {
    this.id = id;
  }
}

const slots: Item[] = [];

export function fill(count: number): void {
  while (slots.length < count) slots.push(new Item(slots.length));
}

/** Replaces items, in an order that leaves holes everywhere; every fourth is dropped at once. */
export function replace(times: number): void {
  let at = 1;
  for (let i = 0; i < times; i++) {
    at = (at * 16807) % 2147483647;
    const index = at % slots.length;
    const item = new Item(index);
    item.next = new Item(i);
    if (i % 4 !== 0) {
      item.next = null;
      slots[index] = item;
    }
  }
}

/** Items that are where they belong. */
export function placed(): number {
  let count = 0;
  for (let i = 0; i < slots.length; i++) if (slots[i].id === i) count++;
  return count;
}

/** Does not come back. */
export function forever(): void {
  for (;;) churn(1, 6);
}

// ---- errors in the middle ----

export function array(length: number): number {
  const items = new Array<number>(length).fill(1);
  return items.length;
}

export function text(length: number): number {
  return 'ab'.repeat(length).length;
}

/** Holds all it makes until memory is exhausted. */
export function exhaust(): number {
  const trees: Tree[] = [];
  for (;;) trees.push(build(12));
  return trees.length;
}

/** One growing array until memory is exhausted. */
export function exhaustByGrowth(): number {
  const items: number[] = [];
  for (;;) items.push(items.length);
  return items.length;
}

function endless(before: Tree): number {
  const here = new Tree(before, null, 'deep');
  return endless(here) + here.label.length;
}

export function recurse(): number {
  return endless(build(2));
}

function failing(depth: number, tree: Tree): number {
  const own = build(3);
  if (depth === 0) throw new RangeError(`after ${own.count() + tree.count()}`);
  return failing(depth - 1, own) + own.count();
}

export function fail(depth: number): number {
  const tree = build(4);
  return failing(depth, tree) + tree.count();
}
