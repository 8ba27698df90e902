'use mixmod';
import { i32 } from 'mixmod';
export function f(n: i32): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < n; i++) {
    switch (i % 3) {
      case 0: continue;
      case 1: sum += 1; break;
      default: sum += 10;
    }
    sum += 100;
  }
  return sum;
}
// f(1) → 0
// f(3) → 211
// f(6) → 422
