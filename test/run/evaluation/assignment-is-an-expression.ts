'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  let x: i32;
  let y: i32;
  x = y = a + 1;
  return x * 100 + y;
}
// f(4) → 505
