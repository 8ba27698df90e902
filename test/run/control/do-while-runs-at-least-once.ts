'use mixmod';
import { i32, u32 } from 'mixmod';
export function digits(n: u32): i32 {
  let count: i32 = 0;
  let rest = n;
  do { rest /= 10; count++; } while (rest !== 0);
  return count;
}
// digits(0) → 1
// digits(4294967295) → 10
