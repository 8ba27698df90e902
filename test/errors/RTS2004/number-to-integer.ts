'use mixmod';
import { i32, i8 } from 'mixmod';
export function f(a: number): i32 {
  return a; // error RTS2004: number does not become i32 by itself
}
export function g(a: i32): i8 {
  return a; // error RTS2004: i32 does not become i8 by itself
}
