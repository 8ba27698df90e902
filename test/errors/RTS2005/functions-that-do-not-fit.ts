'use mixmod';
import { i32 } from 'mixmod';
function call(f: (x: number) => number): number {
  return f(0.5);
}
function half(x: i32): i32 {
  return x >> 1;
}
export function f(): number {
  return call(half); // error RTS2005: (i32) => i32 is not (number) => number
}
