'use mixmod';
class Node {
  value: number;
  next: Node | null = null;
  other?: Node;
  constructor(value: number) {
    this.value = value;
  }
  last(): Node {
    let at: Node = this;
    while (at.next !== null) at = at.next;
    return at;
  }
  cut(): void {
    this.next = null;
  }
  sum(): number {
    return this.value + (this.next ? this.next.sum() : 0);
  }
}
function chain(n: number): Node {
  const first = new Node(0);
  let at = first;
  for (let i = 1; i <= n; i++) {
    const next: Node = new Node(i);
    at.next = next;
    at = next;
  }
  return first;
}
export function last(n: number): number { return chain(n).last().value; }
export function sum(n: number): number { return chain(n).sum(); }
export function cutBetween(n: number): number {
  const first = chain(n);
  if (first.next !== null) {
    first.cut();
    return first.next.value;
  }
  return -1;
}
export function setBetween(n: number): number {
  const first = chain(n);
  if (first.next !== null) {
    first.cut();
    first.next.value = 3;
  }
  return -1;
}
export function optional(n: number): number {
  const first = chain(n);
  return first.next?.next?.value ?? -1;
}
export function optionalCall(n: number): number | undefined {
  const first = chain(n);
  first.next?.cut();
  return first.next?.last().value;
}
export function asserted(n: number): number { return chain(n).next!.value; }
export function assertedAlone(n: number): boolean { const next: Node = chain(n).next!; return next === next; }
export function undefinedField(): boolean {
  const node = new Node(1);
  const before = node.other === undefined;
  node.other ??= new Node(2);
  node.other ??= new Node(3);
  return before && node.other.value === 2;
}
export function equal(): number {
  const a = new Node(1);
  const b: Node | null = a.next;
  const c: Node | undefined = a.other;
  let n = 0;
  if (a !== b) n += 1;
  if (b === null) n += 10;
  if (c === undefined) n += 100;
  if (b == c) n += 1000;
  a.next = a;
  if (a.next === a) n += 10000;
  return n;
}
let current: Node | null = null;
function forget(): void { current = null; }
export function global(n: number): number {
  current = chain(n);
  if (current === null) return 0;
  forget();
  return current.value;
}
function pick(a: Node | null, b: Node | undefined): Node | null | undefined { return a ?? b; }
export function both(which: number): number {
  return pick(which === 1 ? new Node(5) : null, which === 2 ? new Node(6) : undefined)!.value;
}
// last(5) → 5
// sum(10) → 55
// cutBetween(0) → -1
// cutBetween(2) → TypeError: Cannot read properties of null (reading 'value')
// setBetween(2) → TypeError: Cannot set properties of null (setting 'value')
// optional(5) → 2
// optional(1) → -1
// optional(0) → -1
// optionalCall(3) → 1
// optionalCall(0) → undefined
// asserted(2) → 1
// asserted(0) → TypeError: Cannot read properties of null (reading 'value')
// assertedAlone(0) → TypeError: the value is null, but `!` or `as` says that it is there
// undefinedField() → true
// equal() → 11111
// global(1) → TypeError: Cannot read properties of null (reading 'value')
// both(1) → 5
// both(2) → 6
// both(0) → TypeError: Cannot read properties of undefined (reading 'value')
