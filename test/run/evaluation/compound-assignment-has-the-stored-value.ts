'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  let x = a;
  const y = (x += 5) * 2;
  return y + x;
}
// f(1) → 18
// f(2147483647) → -2147483636
