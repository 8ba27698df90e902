'use mixmod';
import { i32 } from 'mixmod';
interface Point { x: number; y: number }
type Box = { readonly low: Point; high: Point; name?: string };
function add(a: Point, b: Point): Point { return { y: a.y + b.y, x: a.x + b.x }; }
export function sum(a: number, b: number): number {
  const p = add({ x: a, y: b }, { x: 1, y: 2 });
  p.x *= 10;
  p.y++;
  return p.x + p.y;
}
export function box(n: number): number {
  const origin = { y: 0, x: 0 };
  const b: Box = { high: { x: n, y: n }, low: origin };
  b.high.x -= b.low.x;
  const named = b.name === undefined ? 1 : 2;
  b.name = 'abc';
  return b.high.x * 100 + named * 10 + b.name.length;
}
export function same(): number {
  const a: Point = { x: 1, y: 2 };
  const b: Point = { x: 1, y: 2 };
  const c = a;
  return (a === b ? 1 : 0) + (a === c ? 10 : 0) + (a !== b ? 100 : 0);
}
export function spread(x: number): number {
  const a = { x: 1, y: 2, z: 3 };
  const b = { ...a, x };
  const c = { w: x, ...a };
  a.y = 50;
  return b.x * 1000 + b.y * 100 + c.w * 10 + c.z;
}
let trace = 0;
function step(digit: i32): i32 { trace = trace * 10 + digit; return digit; }
export function order(): number {
  trace = 0;
  const p: { a: i32; b: i32; c: i32 } = { c: step(1), a: step(2), b: step(3) };
  return trace * 1000 + p.a * 100 + p.b * 10 + p.c;
}
interface Options { width?: number; height?: number }
function area(options: Options): number {
  return (options.width ?? 10) * (options.height ?? 10);
}
export function defaults(w: number): number {
  const base: Options = { width: w };
  return area({}) + area(base) + area({ ...base, height: 3 }) + area({ width: 7, ...base }) + area({ height: 1, ...base });
}
interface Node { value: number; next: Node | null }
function list(n: i32): Node | null {
  let head: Node | null = null;
  for (let i: i32 = 0; i < n; i++) head = { value: i, next: head };
  return head;
}
export function linked(n: i32): number {
  let total = 0;
  for (let at = list(n); at !== null; at = at.next) total += at.value;
  return total;
}
interface Tree { readonly value: number; readonly children: Tree[]; parent?: Tree }
function total(tree: Tree): number {
  let sum = tree.value;
  for (const child of tree.children) sum += total(child);
  return sum;
}
export function trees(): number {
  const root: Tree = { value: 1, children: [] };
  root.children.push({ value: 20, children: [{ value: 300, children: [] }], parent: root });
  const child = root.children[0];
  const up = child.parent;
  return total(root) * 10 + (up === root ? 1 : 0);
}
interface A { b: B | null; n: number }
interface B { a: A | null; m: number }
export function mutual(): number {
  const b: B = { a: null, m: 5 };
  const a: A = { b, n: 7 };
  b.a = a;
  return (a.b !== null ? a.b.m : 0) + (b.a === a ? 10 : 0);
}
// sum(3, 4) → 47
// box(7) → 713
// same() → 110
// spread(9) → 9293
// order() → 123231
// defaults(2) → 148
// linked(5) → 10
// trees() → 3211
// mutual() → 15
