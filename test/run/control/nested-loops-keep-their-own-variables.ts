'use mixmod';
import { i32 } from 'mixmod';
export function f(n: i32): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < n; i++) {
    const i2 = i * i;
    for (let i: i32 = 0; i < 3; i++) sum += i2 + i;
  }
  return sum;
}
// f(3) → 24
