'use mixmod';
import { i32 } from 'mixmod';
export function odd(n: i32): i32 {
  let i: i32 = 0;
  let sum: i32 = 0;
  do {
    i++;
    if (i % 2 === 0) continue;
    sum += i;
  } while (i < n);
  return sum;
}
// odd(0) → 1
// odd(6) → 9
// odd(7) → 16
