'use mixmod';
import { i32 } from 'mixmod';
export function f(a: number): i32 {
  return a as i32; // error RTS2006: `as i32` would change values of type number
}
