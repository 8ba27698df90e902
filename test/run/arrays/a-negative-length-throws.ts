'use mixmod';
import { i32 } from 'mixmod';
export function make(n: i32): Int32Array { return new Int32Array(n); }
export function bytes(n: i32): Uint8Array { return new Uint8Array(n); }
// make(-1) → RangeError: Invalid typed array length: -1
// bytes(-2147483648) → RangeError: Invalid typed array length: -2147483648
