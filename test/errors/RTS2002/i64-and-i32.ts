'use mixmod';
import { i32, i64 } from 'mixmod';
export function f(a: i64, b: i32): void {
  a + b; // error RTS2002: `+` mixes i64 and i32
  a & b; // error RTS2002: `&` mixes i64 and i32
}
