'use mixmod';
import { i32 } from 'mixmod';
export function f(n: i32): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < n; i++) {
    if (i === 2) continue;
    if (i === 5) break;
    sum += i;
  }
  return sum;
}
// f(2) → 1
// f(4) → 4
// f(100) → 8
