'use mixmod';
import { i32 } from 'mixmod';
let calls: i32 = 0;
export function f(a: i32, b: i32): i32 { calls++; return a + b; }
export function count(): i32 { return calls; }
// f(1, '2') → TypeError: f: argument 2 (b) must be an i32 (an integer from -2147483648 to 2147483647), got string
// f(1.5, 2) → RangeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got 1.5
// count() → 0
// f(1, 2) → 3
// count() → 1
