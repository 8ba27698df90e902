'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  const x = a;
  { const x = a * 10; if (x > 50) return x; }
  return x;
}
// f(1) → 1
// f(6) → 60
