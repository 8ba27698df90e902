'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  let sum: i32 = 0;
  switch (a) {
    case 1: sum += 1; break;
    default: sum += 10;
    case 2: sum += 100;
  }
  return sum;
}
// f(1) → 1
// f(2) → 100
// f(9) → 110
