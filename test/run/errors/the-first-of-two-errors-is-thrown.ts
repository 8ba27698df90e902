'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32, b: Uint8Array): number { return 1 / a + b[10]; }
export function g(a: i32, b: Uint8Array): number { return b[10] + 1 / a; }
// f(0, new Uint8Array(1)) → RangeError: division by zero
// g(0, new Uint8Array(1)) → RangeError: index 10 is out of range for length 1
