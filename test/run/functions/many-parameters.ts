'use mixmod';
import { f32, f64, i32, i64, isize, u8 } from 'mixmod';
export function f(a: i32, b: number, c: i64, d: boolean, e: string, g: u8, h: f32, i: Uint8Array, j: isize): number {
  return a + b + f64(c) + (d ? 1 : 0) + e.length + g + h + i.length + f64(j);
}
// f(1, 2, 3n, true, 'ab', 4, 0.5, new Uint8Array(3), 10) → 26.5
