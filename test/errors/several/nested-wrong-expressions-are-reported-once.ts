'use mixmod';
import { i32, u32 } from 'mixmod';
export function f(a: i32, b: u32, c: string): i32 {
  // error RTS2001: `+` mixes i32 and u32, of different signedness
  // error RTS2001: `-` mixes i32 and u32, of different signedness
  return (a + b) * 2 + (a - b);
}
export function g(a: string): number { return -a; } // error RTS2007: `-` does not take string
