'use mixmod';
import { i32, i8, u32, u8 } from 'mixmod';
export function f(a: i32, b: u32): i32 {
  const c: u8 = 300; // error RTS2003: 300 does not fit u8
  return a + b; // error RTS2001: `+` mixes i32 and u32, of different signedness
}
export function g(a: number): i8 { return a; } // error RTS2004: number does not become i8 by itself
