'use mixmod';
import { i32 } from 'mixmod';
function power<T extends number>(x: T, n: i32, one: T): T {
  if (n === 0) return one;
  return (x * power(x, n - 1, one)) as T;
}
function orElse<T>(x: T | null, other: T): T {
  return x === null ? other : x;
}
function optional<T>(x: T, y?: T): T {
  return y ?? x;
}
function twice<T, U = T>(x: T, y: U): U {
  return y;
}
function even<T>(n: i32, x: T): boolean {
  return n === 0 ? true : odd(n - 1, x);
}
function odd<T>(n: i32, x: T): boolean {
  return n === 0 ? false : even(n - 1, x);
}
function inferred<T>(x: T) {
  return x;
}
export function cube(x: number): number {
  return power(x, 3, 1);
}
export function cubeInt(x: i32): i32 {
  return power(x, 3, 1);
}
export function or(x: number | null, y: number): number {
  return orElse(x, y);
}
export function orInt(x: i32 | null, y: i32): i32 {
  return orElse(x, y) + orElse<i32>(null, 1);
}
export function opt(x: i32, y: i32): i32 {
  return optional(x) * 100 + optional(x, y);
}
export function defaults(): number {
  return twice<number>(1, 2);
}
export function parity(n: i32): boolean {
  return even(n, 'x');
}
export function inferredText(n: number): number {
  return inferred(n) + inferred(inferred(2));
}
// cube(1.5) → 3.375
// cubeInt(2000) → -589934592
// or(null, 2) → 2
// or(1, 2) → 1
// orInt(null, 2) → 3
// opt(1, 2) → 102
// defaults() → 2
// parity(7) → false
// parity(8) → true
// inferredText(1) → 3
