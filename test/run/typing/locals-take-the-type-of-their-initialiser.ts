'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  const doubled = a + a;
  let tripled = doubled;
  tripled += a;
  return tripled;
}
// f(1) → 3
// f(1000000000) → -1294967296
