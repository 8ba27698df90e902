'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  for (;;) {
    if (a > 0) return a;
    return -a;
  }
}
// f(5) → 5
// f(-5) → 5
