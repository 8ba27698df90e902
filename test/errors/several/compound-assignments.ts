'use mixmod';
import { f32, i32, u32 } from 'mixmod';
export function f(a: i32, b: u32, c: f32, d: number): void {
  let x: i32 = a;
  x += b; // error RTS2001: `+` mixes i32 and u32, of different signedness
  x -= 0.5; // error RTS2003: 0.5 does not fit i32
  x *= d; // error RTS2004: number does not become i32 by itself
  x /= c; // error RTS2002: `/` mixes i32 and f32
}
