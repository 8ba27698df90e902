'use mixmod';
import { i32 } from 'mixmod';
function map<T, U>(items: T[], f: (item: T, index: number) => U): U[] {
  const result: U[] = [];
  for (let i = 0; i < items.length; i++) result.push(f(items[i], i));
  return result;
}
function reduce<T, A>(items: T[], f: (sum: A, item: T) => A, start: A): A {
  let sum = start;
  for (const item of items) sum = f(sum, item);
  return sum;
}
function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C {
  return (a) => g(f(a));
}
function filter<T>(items: T[], keep: (item: T) => boolean): T[] {
  const result: T[] = [];
  for (const item of items) if (keep(item)) result.push(item);
  return result;
}
export function squares(n: i32): i32 {
  const items: i32[] = [];
  for (let i: i32 = 0; i < n; i++) items.push(i);
  const squared = map(items, (x) => x * x);
  return reduce(squared, (a, b) => a + b, i32(0));
}
export function texts(): number {
  const lengths = map(['a', 'bcd', ''], (s) => s.length);
  return reduce(lengths, (a, b) => a * 10 + b, 0);
}
export function indices(): number {
  return reduce(
    map([5, 6, 7], (_, i) => i),
    (a, b) => a + b,
    0.5,
  );
}
export function composed(x: number): boolean {
  const f = compose(
    (a: number) => a + 1,
    (b) => b > 10,
  );
  return f(x);
}
export function kept(limit: number): number {
  return filter([1, 5, 9, 13], (x) => x > limit).length;
}
// squares(5) → 30
// texts() → 130
// indices() → 3.5
// composed(9.5) → true
// composed(9) → false
// kept(4) → 3
