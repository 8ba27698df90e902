'use mixmod';
import { i64, isize } from 'mixmod';
export function f(a: i64, b: isize): void {
  a + b; // error RTS2002: `+` mixes i64 and isize
}
