'use mixmod';
import { i32 } from 'mixmod';
function add(a: i32, b: i32): i32 { return a + b; }
export function f(): i32 {
  return add(1); // error RTS1001: TypeScript: Expected 2 arguments, but got 1. (TS2554)
}
