'use mixmod';
import { i32 } from 'mixmod';
export function get(a: Uint8Array, i: i32): number { return a[i]; }
export function set(a: Uint8Array, i: i32, x: i32): void { a[i] = x; }
// get(new Uint8Array([7]), 0) → 7
// get(new Uint8Array([7]), 1) → RangeError: index 1 is out of range for length 1
// get(new Uint8Array([7]), -1) → RangeError: index -1 is out of range for length 1
// get(new Uint8Array(0), 0) → RangeError: index 0 is out of range for length 0
// set(new Uint8Array(3), 3, 1) → RangeError: index 3 is out of range for length 3
// set(new Uint8Array(3), -2147483648, 1) → RangeError: index -2147483648 is out of range for length 3
