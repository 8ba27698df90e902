'use mixmod';
import { i32 } from 'mixmod';
export function ackermann(m: i32, n: i32): i32 {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
// ackermann(2, 3) → 9
// ackermann(3, 3) → 61
