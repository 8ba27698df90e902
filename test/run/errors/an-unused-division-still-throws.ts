'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 { const unused: i32 = 1 / a; return a; }
export function g(a: Uint8Array): i32 { const unused = a[5]; return 1; }
// f(1) → 1
// f(0) → RangeError: division by zero
// g(new Uint8Array(6)) → 1
// g(new Uint8Array(5)) → RangeError: index 5 is out of range for length 5
