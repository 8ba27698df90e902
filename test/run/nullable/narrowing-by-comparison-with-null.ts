'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32 | null): i32 { if (a === null) return -1; return a + 1; }
export function g(a: i32 | null): i32 { return a !== null ? a * 2 : 0; }
export function h(a: i32 | null | undefined): i32 {
  if (a == null) return a === null ? 1 : 2;
  return a;
}
// f(null) → -1
// f(2147483647) → -2147483648
// g(21) → 42
// g(null) → 0
// h(null) → 1
// h(undefined) → 2
// h(7) → 7
