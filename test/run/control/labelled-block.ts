'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  let result: i32 = 0;
  block: {
    result = 1;
    if (a > 0) break block;
    result = 2;
  }
  return result;
}
// f(1) → 1
// f(0) → 2
