'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  // error RTS1021: a function inside of a function is not part of RTypeScript yet
  function inner(b: i32): i32 { return b; }
  return inner(a);
}
