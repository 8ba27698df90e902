'use mixmod';
import { u64 } from 'mixmod';
export function add(a: u64, b: u64): u64 { return a + b; }
export function sub(a: u64, b: u64): u64 { return a - b; }
export function mul(a: u64, b: u64): u64 { return a * b; }
// add(2n, 3n) → 5n
// add(18446744073709551615n, 1n) → 0n
// add(18446744073709551615n, 18446744073709551615n) → 18446744073709551614n
// sub(0n, 1n) → 18446744073709551615n
// sub(0n, 18446744073709551615n) → 1n
// sub(5n, 7n) → 18446744073709551614n
// mul(7n, 6n) → 42n
// mul(18446744073709551615n, 18446744073709551615n) → 1n
// mul(0n, 18446744073709551615n) → 0n
// mul(18446744073709551615n, 2n) → 18446744073709551614n
