'use mixmod';
import { i32, u32 } from 'mixmod';
export function f(a: i32): i32 {
  return a + 0.5; // error RTS2003: 0.5 does not fit i32
}
export const b: u32 = -1; // error RTS2003: -1 does not fit u32
