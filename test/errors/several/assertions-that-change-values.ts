'use mixmod';
import { f32, i32, i64, u64, u8 } from 'mixmod';
export function f(a: number, b: i64): i32 {
  const c = a as u8; // error RTS2006: `as u8` would change values of type number
  const d = a as f32; // error RTS2006: `as f32` would change values of type number
  const e = b as u64; // error RTS2006: `as u64` would change values of type i64
  const h = a as string; // error RTS2005: number is not string
  return a as i32; // error RTS2006: `as i32` would change values of type number
}
