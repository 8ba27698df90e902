'use mixmod';
import { f32, i16, i32, u32 } from 'mixmod';
export function sum(a: i32, b: number): number { return a + b; }
export function ratio(a: u32, b: number): number { return a / b; }
export function scaled(a: i16, b: f32): f32 { return a * b; }
export function both(a: f32, b: number): number { return a + b; }
// sum(2147483647, 1) → 2147483648
// ratio(7, 2) → 3.5
// scaled(3, 0.1) → 0.30000001192092896
// both(0.1, 0) → 0.10000000149011612
