'use mixmod';
import { i32 } from 'mixmod';
export function and(a: i32, b: i32): i32 { return a & b; }
export function or(a: i32, b: i32): i32 { return a | b; }
export function xor(a: i32, b: i32): i32 { return a ^ b; }
export function not(a: i32): i32 { return ~a; }
// and(12, 10) → 8
// or(12, 10) → 14
// xor(12, 10) → 6
// and(2147483647, 85) → 85
// or(-2147483648, 1) → -2147483647
// xor(2147483647, -2147483648) → -1
// xor(2147483647, 1) → 2147483646
// and(-1, -2147483648) → -2147483648
// or(-128, 127) → -1
// xor(-1, 2147483647) → -2147483648
// not(0) → -1
// not(1) → -2
// not(2147483647) → -2147483648
// not(-2147483648) → 2147483647
