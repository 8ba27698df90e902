'use mixmod';
import { f32, i32, i8 } from 'mixmod';
export function wider(a: i8): i32 { return (a as i32) * 1000; }
export function double(a: f32): number { return (a as number) + 0.1; }
// wider(-128) → -128000
// double(0.5) → 0.6
