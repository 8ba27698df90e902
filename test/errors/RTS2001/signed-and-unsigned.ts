'use mixmod';
import { i32, u32, u8 } from 'mixmod';
export function f(a: i32, b: u32): void {
  a + b; // error RTS2001: `+` mixes i32 and u32, of different signedness
}
export function g(a: u8, b: i32): boolean {
  return a < b; // error RTS2001: `<` mixes u8 and i32, of different signedness
}
