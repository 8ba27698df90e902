'use mixmod';
import { u8 } from 'mixmod';
export function and(a: u8, b: u8): u8 { return a & b; }
export function or(a: u8, b: u8): u8 { return a | b; }
export function xor(a: u8, b: u8): u8 { return a ^ b; }
export function not(a: u8): u8 { return ~a; }
// and(12, 10) → 8
// or(12, 10) → 14
// xor(12, 10) → 6
// and(255, 85) → 85
// or(0, 1) → 1
// xor(255, 0) → 255
// xor(255, 1) → 254
// not(0) → 255
// not(1) → 254
// not(255) → 0
// not(0) → 255
