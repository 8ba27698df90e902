'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  let sum: i32 = 0;
  switch (a) {
    case 1: sum += 1;
    case 2: sum += 10; break;
    case 3: sum += 100;
  }
  return sum;
}
// f(1) → 11
// f(2) → 10
// f(3) → 100
// f(4) → 0
