'use mixmod';
import { i32, u32 } from 'mixmod';
export function digits(n: u32): i32 {
  let count: i32 = 0;
  let rest = n;
  while (rest !== 0) { rest /= 10; count++; }
  return count;
}
// digits(0) → 0
// digits(7) → 1
// digits(4294967295) → 10
