'use mixmod';
import { u64 } from 'mixmod';
export function and(a: u64, b: u64): u64 { return a & b; }
export function or(a: u64, b: u64): u64 { return a | b; }
export function xor(a: u64, b: u64): u64 { return a ^ b; }
export function not(a: u64): u64 { return ~a; }
// and(12n, 10n) → 8n
// or(12n, 10n) → 14n
// xor(12n, 10n) → 6n
// and(18446744073709551615n, 85n) → 85n
// or(0n, 1n) → 1n
// xor(18446744073709551615n, 0n) → 18446744073709551615n
// xor(18446744073709551615n, 1n) → 18446744073709551614n
// not(0n) → 18446744073709551615n
// not(1n) → 18446744073709551614n
// not(18446744073709551615n) → 0n
// not(0n) → 18446744073709551615n
