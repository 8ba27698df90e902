'use mixmod';
import { u16 } from 'mixmod';
export function and(a: u16, b: u16): u16 { return a & b; }
export function or(a: u16, b: u16): u16 { return a | b; }
export function xor(a: u16, b: u16): u16 { return a ^ b; }
export function not(a: u16): u16 { return ~a; }
// and(12, 10) → 8
// or(12, 10) → 14
// xor(12, 10) → 6
// and(65535, 85) → 85
// or(0, 1) → 1
// xor(65535, 0) → 65535
// xor(65535, 1) → 65534
// not(0) → 65535
// not(1) → 65534
// not(65535) → 0
// not(0) → 65535
