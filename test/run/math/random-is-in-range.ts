'use mixmod';
import { i32 } from 'mixmod';
export function sum(n: i32): boolean {
  let low = 0;
  for (let i: i32 = 0; i < n; i++) {
    const x = Math.random();
    if (x < 0 || x >= 1) return false;
    if (x < 0.5) low++;
  }
  return low > n / 4 && low < n - n / 4;
}
// sum(1000) → true
