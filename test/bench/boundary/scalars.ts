'use mixmod';
// The functions of test/bench/ffi/library.c that `make bench-boundary` calls.
import { i32, type i64 } from 'mixmod';

export function noop(): void {}
export function add(a: i32, b: i32): i32 {
  return a + b;
}
export function dadd(a: number, b: number): number {
  return a + b;
}
export function mix(a: i32, b: number, c: i32, d: number): number {
  return a + b + c + d;
}
export function add10(
  a: i32,
  b: i32,
  c: i32,
  d: i32,
  e: i32,
  f: i32,
  g: i32,
  h: i32,
  i: i32,
  j: i32,
): i32 {
  return a + b + c + d + e + f + g + h + i + j;
}
export function add64(a: i64, b: i64): i64 {
  return a + b;
}
export function first(p: Uint8Array, i: i32): i32 {
  return p[i];
}
export function sum(p: Uint8Array, n: i32): i32 {
  let total = 0;
  for (let i = 0; i < n; i++) total += p[i];
  return i32(total);
}
