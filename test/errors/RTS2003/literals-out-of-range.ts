'use mixmod';
import { i32, i8, u8 } from 'mixmod';
export function f(a: u8): u8 {
  const b: i8 = 128; // error RTS2003: 128 does not fit i8
  return a + 256; // error RTS2003: 256 does not fit u8
}
export function g(): i32 { return 2147483648; } // error RTS2003: 2147483648 does not fit i32
