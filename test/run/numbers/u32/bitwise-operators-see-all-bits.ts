'use mixmod';
import { u32 } from 'mixmod';
export function and(a: u32, b: u32): u32 { return a & b; }
export function or(a: u32, b: u32): u32 { return a | b; }
export function xor(a: u32, b: u32): u32 { return a ^ b; }
export function not(a: u32): u32 { return ~a; }
// and(12, 10) → 8
// or(12, 10) → 14
// xor(12, 10) → 6
// and(4294967295, 85) → 85
// or(0, 1) → 1
// xor(4294967295, 0) → 4294967295
// xor(4294967295, 1) → 4294967294
// not(0) → 4294967295
// not(1) → 4294967294
// not(4294967295) → 0
// not(0) → 4294967295
