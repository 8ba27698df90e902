'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  return a(1); // error RTS2021: a is not a function of this program
}
