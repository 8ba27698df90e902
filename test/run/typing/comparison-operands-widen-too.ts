'use mixmod';
import { f32, i32, i8, u8 } from 'mixmod';
export function less(a: i8, b: i32): boolean { return a < b; }
export function same(a: u8, b: number): boolean { return a === b; }
export function above(a: f32, b: number): boolean { return a > b; }
// less(-1, 0) → true
// same(255, 255) → true
// same(255, 255.5) → false
// above(0.1, 0.1) → true
