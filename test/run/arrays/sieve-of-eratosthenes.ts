'use mixmod';
import { i32 } from 'mixmod';
export function primes(limit: i32): i32 {
  const composite = new Uint8Array(limit);
  let count: i32 = 0;
  for (let n: i32 = 2; n < limit; n++) {
    if (composite[n] !== 0) continue;
    count++;
    for (let m = n + n; m < limit; m += n) composite[m] = 1;
  }
  return count;
}
// primes(100) → 25
// primes(10000) → 1229
