'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  let x: i32 = 5;
  const a = x++;
  const b = ++x;
  const c = x--;
  const d = --x;
  return a * 1000 + b * 100 + c * 10 + d;
}
// f() → 5775
