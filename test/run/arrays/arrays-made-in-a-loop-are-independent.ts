'use mixmod';
import { i32 } from 'mixmod';
export function f(n: i32): number {
  let last = new Uint8Array(1);
  let sum = 0;
  for (let i: i32 = 0; i < n; i++) {
    const a = new Uint8Array(16);
    a[0] = last[0] + 1;
    sum += a[0];
    last = a;
  }
  return sum;
}
// f(10) → 55
// f(1000) → 124948
