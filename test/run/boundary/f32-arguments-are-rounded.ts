'use mixmod';
import { f32 } from 'mixmod';
export function f(a: f32): f32 { return a; }
export function same(a: f32, b: number): boolean { return a === b; }
// f(0.1) → 0.10000000149011612
// f(1e39) → Infinity
// f(-1e-50) → -0
// same(0.1, 0.1) → false
