'use mixmod';
import { i32, i64 } from 'mixmod';
export function fibonacci(n: i32): i64 {
  let a: i64 = 0n;
  let b: i64 = 1n;
  for (let i: i32 = 0; i < n; i++) { const t = a + b; a = b; b = t; }
  return a;
}
// fibonacci(92) → 7540113804746346429n
// fibonacci(93) → -6246583658587674878n
