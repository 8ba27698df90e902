'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  label: a += 1;
  return a;
}
