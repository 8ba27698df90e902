'use mixmod';
import { i32, i64, u8 } from 'mixmod';
function take(a: u8, b: i32, c: boolean): void {}
export function f(a: number, b: i64): void {
  // error RTS2004: i64 does not become i32 by itself
  // error RTS2004: number does not become u8 by itself
  // error RTS2005: number is not boolean
  take(a, b, 1);
  // error RTS2003: 1.5 does not fit i32
  // error RTS2003: 256 does not fit u8
  take(256, 1.5, true);
}
