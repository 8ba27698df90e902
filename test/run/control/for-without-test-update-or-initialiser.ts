'use mixmod';
import { i32 } from 'mixmod';
export function f(n: i32): i32 {
  let i: i32 = 0;
  for (;;) {
    if (i * i >= n) return i;
    i++;
  }
}
// f(0) → 0
// f(26) → 6
