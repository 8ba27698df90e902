'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32 | null): i32 {
  let x: i32 | null = a;
  if (x === null) x = 5;
  const first = x + 1;
  x = null;
  return x === null ? first : -1;
}
// f(null) → 6
// f(1) → 2
