'use mixmod';
import { i16 } from 'mixmod';
export function and(a: i16, b: i16): i16 { return a & b; }
export function or(a: i16, b: i16): i16 { return a | b; }
export function xor(a: i16, b: i16): i16 { return a ^ b; }
export function not(a: i16): i16 { return ~a; }
// and(12, 10) → 8
// or(12, 10) → 14
// xor(12, 10) → 6
// and(32767, 85) → 85
// or(-32768, 1) → -32767
// xor(32767, -32768) → -1
// xor(32767, 1) → 32766
// and(-1, -32768) → -32768
// or(-128, 127) → -1
// xor(-1, 32767) → -32768
// not(0) → -1
// not(1) → -2
// not(32767) → -32768
// not(-32768) → 32767
