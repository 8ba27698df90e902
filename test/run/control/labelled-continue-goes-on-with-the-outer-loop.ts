'use mixmod';
import { i32 } from 'mixmod';
export function primes(limit: i32): i32 {
  let count: i32 = 0;
  next: for (let n: i32 = 2; n < limit; n++) {
    for (let d: i32 = 2; d * d <= n; d++) if (n % d === 0) continue next;
    count++;
  }
  return count;
}
// primes(2) → 0
// primes(100) → 25
