'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  // error RTS1021: a function inside of a function is not part of RTypeScript yet
  const twice = (b: i32): i32 => b * 2;
  return twice(a);
}
