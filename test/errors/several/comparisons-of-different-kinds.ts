'use mixmod';
import { i32, u32 } from 'mixmod';
export function f(a: string, b: string, c: boolean, d: i32, e: u32): i32 {
  if (a < b) return 1;
  if (c > true) return 2; // error RTS2009: `>` does not compare boolean with boolean
  if (d === e) return 3; // error RTS2001: `===` mixes i32 and u32, of different signedness
  if (d < 3000000000) return 4; // error RTS2003: 3000000000 does not fit i32
  return 0;
}
