'use mixmod';
import { i32 } from 'mixmod';
export function f(n: i32): i32 {
  let i: i32 = 0;
  while (i++ < n);
  for (; i < 100; i += 7);
  ;
  return i;
}
// f(3) → 102
// f(200) → 201
