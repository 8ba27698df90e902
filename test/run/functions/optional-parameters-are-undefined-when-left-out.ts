'use mixmod';
import { i32 } from 'mixmod';
export function f(a?: i32): i32 { return a === undefined ? -1 : a; }
export function g(a?: number): number { return a ?? 0.5; }
// f() → -1
// f(undefined) → -1
// f(0) → 0
// g() → 0.5
// g(NaN) → NaN
// f('1') → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string
// g(null) → TypeError: g: argument 1 (a) must be a number, got null
