'use mixmod';
import { i32 } from 'mixmod';
export function f(n: i32): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < n; i++) {
    let x: i32 = 0;
    x += i;
    sum += x;
  }
  return sum;
}
// f(5) → 10
