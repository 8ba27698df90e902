'use mixmod';
import { i32 } from 'mixmod';
export const a: i32 = true; // error RTS2005: boolean is not i32
export function f(b: i32 = 'x', c: Uint8Array): i32 { // error RTS2005: string is not i32
  let d: i32 = 'x'; // error RTS2005: string is not i32
  d = true; // error RTS2005: boolean is not i32
  c[0] = true; // error RTS2005: boolean is not number
  return false; // error RTS2005: boolean is not i32
}
