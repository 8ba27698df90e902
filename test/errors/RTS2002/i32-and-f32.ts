'use mixmod';
import { f32, i32 } from 'mixmod';
export function f(a: i32, b: f32): f32 {
  return a * b; // error RTS2002: `*` mixes i32 and f32
}
