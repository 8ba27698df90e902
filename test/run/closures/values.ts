'use mixmod';
import { i32 } from 'mixmod';
type Operation = (a: number, b: number) => number;
function add(a: number, b: number): number {
  return a + b;
}
function apply(f: Operation, a: number, b: number): number {
  return f(a, b);
}
let current: Operation = add;
const table: Operation[] = [add, (a, b) => a - b, (a) => a, () => 42];
export function named(): number {
  return apply(add, 1, 2);
}
export function fewer(): number {
  const first = (a: number): number => a;
  return apply(first, 5, 6) + apply(() => 1, 5, 6) * 10;
}
export function fromTable(i: i32): number {
  return table[i](10, 3);
}
export function variable(): number {
  const before = current(2, 3);
  current = (a, b) => a * b;
  const after = current(2, 3);
  current = add;
  return before * 100 + after;
}
export function field(): number {
  const box: { run: Operation; k: number } = { run: (a, b) => a + b * 2, k: 1 };
  box.run = box.k === 1 ? add : box.run;
  return box.run(1, 2);
}
export function discards(): number {
  let n = 0;
  const each = (f: (x: number) => void) => {
    f(1);
    f(2);
  };
  each((x) => (n += x));
  each((x) => {
    n += x;
    return;
  });
  return n;
}
export function optional(f: boolean): number {
  const g = (x: number, y?: number, z = 3): number => x + (y ?? 100) + z;
  return f ? g(1) : g(1, 2) + g(1, 2, 5);
}
export function throughType(): number {
  const g: (x: number, y?: number) => number = (x, y) => x + (y ?? 7);
  return g(1) * 100 + g(1, 2);
}
export function maybe(give: boolean): number {
  const f: Operation | null = give ? add : null;
  return f === null ? -1 : f(3, 4);
}
export function same(): boolean {
  const f = add;
  const g: Operation = add;
  return f === g && f !== table[1];
}
export function choose(first: boolean): number {
  return (first ? add : table[1])(5, 3);
}
export function widened(): number {
  const f = (x: i32): i32 => x * 2;
  const g: (x: i32) => number = f;
  return g(21);
}
// named() → 3
// fewer() → 15
// fromTable(0) → 13
// fromTable(1) → 7
// fromTable(2) → 10
// fromTable(3) → 42
// variable() → 506
// field() → 3
// discards() → 6
// optional(true) → 104
// optional(false) → 14
// throughType() → 803
// maybe(true) → 7
// maybe(false) → -1
// same() → true
// choose(true) → 8
// choose(false) → 2
// widened() → 42
