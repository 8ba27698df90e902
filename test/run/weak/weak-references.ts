'use mixmod';
class Node {
  value: number;
  parent: WeakRef<Node> | null = null;
  children: Node[] = [];
  constructor(value: number) { this.value = value; }
  add(value: number): Node {
    const child = new Node(value);
    child.parent = new WeakRef(this);
    this.children.push(child);
    return child;
  }
  depth(): number {
    const parent = this.parent?.deref();
    return parent === undefined ? 0 : parent.depth() + 1;
  }
}
const root = new Node(1);
const weakRoot: WeakRef<Node> = new WeakRef(root);
export function depth(): number {
  let node = root;
  for (let i = 0; i < 10; i++) node = node.add(i);
  return node.depth();
}
export function rootValue(): number | undefined { return weakRoot.deref()?.value; }
export function same(): boolean { return weakRoot.deref() === root; }
// The target stays alive until the call ends, even when nothing else refers to it.
function made(): WeakRef<number[]> { return new WeakRef([1, 2, 3]); }
export function kept(): number {
  const weak = made();
  const texts: string[] = [];
  for (let i = 0; i < 20; i++) texts.push(`${i}`);
  const before = weak.deref() !== undefined;
  for (let i = 0; i < 20; i++) texts.push(`${i}`);
  const items = weak.deref();
  return before && items ? items[2] + texts.length : -1;
}
export function closure(): number {
  let count = 0;
  const increment = (): void => { count++; };
  const weak = new WeakRef(increment);
  weak.deref()?.();
  increment();
  return count;
}
export function ofMap(): number {
  const map = new Map<string, WeakRef<Node>>();
  map.set('root', new WeakRef(root));
  return map.get('root')?.deref()?.value ?? 0;
}
interface Cache<T> { last: WeakRef<Holder<T>> | undefined }
class Holder<T> { item: T; constructor(item: T) { this.item = item; } }
export function generic(): string {
  const cache: Cache<string> = { last: undefined };
  const holder = new Holder('held');
  cache.last = new WeakRef(holder);
  return cache.last.deref() === holder ? holder.item : '';
}
// depth() → 10
// rootValue() → 1
// same() → true
// kept() → 43
// closure() → 2
// ofMap() → 1
// generic() → 'held'
