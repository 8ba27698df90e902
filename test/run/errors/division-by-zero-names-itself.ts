'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32, b: i32): i32 { return 100 / (a % b); }
// f(1, 0) → RangeError: division by zero
// f(4, 2) → RangeError: division by zero
// f(7, 4) → 33
