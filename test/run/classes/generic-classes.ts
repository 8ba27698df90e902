'use mixmod';
import { i32 } from 'mixmod';
class Box<T> {
  value: T;
  changes = 0;
  constructor(value: T) { this.value = value; }
  get(): T { return this.value; }
  set(value: T): this { this.value = value; this.changes++; return this; }
  static of<T>(value: T): Box<T> { return new Box<T>(value); }
}
class Pair<A, B> extends Box<A> {
  readonly other: B;
  constructor(a: A, b: B) { super(a); this.other = b; }
  swapped(): Pair<B, A> { return new Pair(this.other, this.value); }
}
class Counter extends Box<number> {
  override get(): number { return this.value + 100; }
}
interface Comparable<T> { compareTo(other: T): number }
class Version implements Comparable<Version> {
  n: number;
  constructor(n: number) { this.n = n; }
  compareTo(other: Version): number { return this.n - other.n; }
}
class Node<K extends Comparable<K>, V> {
  key: K;
  value: V;
  left: Node<K, V> | null = null;
  right: Node<K, V> | null = null;
  constructor(key: K, value: V) { this.key = key; this.value = value; }
}
class Tree<K extends Comparable<K>, V> {
  private root: Node<K, V> | null = null;
  size = 0;
  put(key: K, value: V): void {
    this.size++;
    if (this.root === null) { this.root = new Node(key, value); return; }
    let at: Node<K, V> = this.root;
    for (;;) {
      const order = key.compareTo(at.key);
      if (order === 0) { at.value = value; this.size--; return; }
      const next: Node<K, V> | null = order < 0 ? at.left : at.right;
      if (next === null) break;
      at = next;
    }
    if (key.compareTo(at.key) < 0) at.left = new Node(key, value);
    else at.right = new Node(key, value);
  }
  get(key: K): V | null {
    let at = this.root;
    while (at !== null) {
      const order = key.compareTo(at.key);
      if (order === 0) return at.value;
      at = order < 0 ? at.left : at.right;
    }
    return null;
  }
}
function first<T>(box: Box<T>): T { return box.get(); }
export function boxes(a: i32): number {
  const box = new Box(a);
  const wide: Box<number> = new Box(5);
  const text = new Box(true);
  return box.set(box.get() + 1).value * 1000 + wide.value + (text.value ? 0.5 : 0) + box.changes * 100;
}
export function pairs(): number {
  const pair = new Pair(1, new Box(2));
  return pair.swapped().value.value * 10 + pair.swapped().other + first(pair);
}
export function counter(): number { return first(new Counter(5)) + Box.of(3).get(); }
export function tree(n: number): number {
  const tree = new Tree<Version, number>();
  for (let i = 0; i < n; i++) tree.put(new Version((i * 7) % 11), i);
  return tree.size * 1000 + (tree.get(new Version(3)) ?? -1);
}
export function absent(): number {
  const box = new Box<number | null>(null);
  let n = box.value === null ? 1 : 0;
  box.value = 7;
  if (box.value !== null) n += box.value;
  const node = new Box<Version | null>(null);
  return n * 10 + (node.value === null ? 1 : node.value.n);
}
// boxes(41) → 42105.5
// pairs() → 22
// counter() → 108
// tree(5) → 5002
// tree(20) → 11013
// absent() → 81
