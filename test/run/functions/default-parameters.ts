'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32, b: i32 = 10, c: i32 = a + b): i32 { return a * 10000 + b * 100 + c; }
// f(1) → 11011
// f(1, 2) → 10203
// f(1, 2, 4) → 10204
// f(1, undefined, 4) → 11004
// f() → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got undefined
// f(1, null) → TypeError: f: argument 2 (b) must be an i32 (an integer from -2147483648 to 2147483647), got null
// f(1, 0.5) → RangeError: f: argument 2 (b) must be an i32 (an integer from -2147483648 to 2147483647), got 0.5
