'use mixmod';
import { i8 } from 'mixmod';
export function and(a: i8, b: i8): i8 { return a & b; }
export function or(a: i8, b: i8): i8 { return a | b; }
export function xor(a: i8, b: i8): i8 { return a ^ b; }
export function not(a: i8): i8 { return ~a; }
// and(12, 10) → 8
// or(12, 10) → 14
// xor(12, 10) → 6
// and(127, 85) → 85
// or(-128, 1) → -127
// xor(127, -128) → -1
// xor(127, 1) → 126
// and(-1, -128) → -128
// or(-128, 127) → -1
// xor(-1, 127) → -128
// not(0) → -1
// not(1) → -2
// not(127) → -128
// not(-128) → 127
