'use mixmod';
import { i32, u8 } from 'mixmod';
function same<T>(x: T): T {
  return x;
}
function larger<T extends number>(a: T, b: T): T {
  return a > b ? a : b;
}
function pick<A, B>(first: boolean, a: A, b: B, whenFirst: A): A {
  return first ? same(a) : same<A>(whenFirst);
}
export function int(a: i32): i32 {
  return larger(a + a, 10) + 1;
}
export function wraps(a: u8): u8 {
  return larger(a, a + 200);
}
export function num(a: number): number {
  return larger(a, 0.5) + same(1);
}
export function expected(): i32 {
  const x: i32 = same(5);
  return x;
}
export function explicit(a: i32): i32 {
  return same<i32>(a) + larger<i32>(1, a);
}
export function both(first: boolean): i32 {
  return pick(first, i32(7), 'text', 9);
}
export function text(s: string): string {
  return same(same(s));
}
export function nullable(x: number | null): number {
  const y = same(x);
  return y === null ? -1 : y;
}
// int(3) → 11
// int(1500000000) → 11
// wraps(100) → 100
// num(0.25) → 1.5
// num(3) → 4
// expected() → 5
// explicit(4) → 8
// both(true) → 7
// both(false) → 9
// text('abc') → 'abc'
// nullable(null) → -1
// nullable(2.5) → 2.5
