'use mixmod';
import { i32 } from 'mixmod';
class Point { x = 1; } // error RTS1020: classes are not part of RTypeScript yet
export function f(a: i32): i32 {
  // error RTS1021: a function inside of a function is not part of RTypeScript yet
  const add = (b: i32): i32 => b + a;
  return a;
}
