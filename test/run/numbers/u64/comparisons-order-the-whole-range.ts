'use mixmod';
import { u64 } from 'mixmod';
export function less(a: u64, b: u64): boolean { return a < b; }
export function atMost(a: u64, b: u64): boolean { return a <= b; }
export function equal(a: u64, b: u64): boolean { return a === b; }
export function differ(a: u64, b: u64): boolean { return a !== b; }
export function more(a: u64, b: u64): boolean { return a > b; }
export function atLeast(a: u64, b: u64): boolean { return a >= b; }
// less(0n, 18446744073709551615n) → true
// atMost(0n, 18446744073709551615n) → true
// equal(0n, 18446744073709551615n) → false
// differ(0n, 18446744073709551615n) → true
// more(0n, 18446744073709551615n) → false
// less(18446744073709551615n, 0n) → false
// atMost(18446744073709551615n, 0n) → false
// equal(18446744073709551615n, 0n) → false
// differ(18446744073709551615n, 0n) → true
// more(18446744073709551615n, 0n) → true
// less(18446744073709551615n, 18446744073709551615n) → false
// atMost(18446744073709551615n, 18446744073709551615n) → true
// equal(18446744073709551615n, 18446744073709551615n) → true
// differ(18446744073709551615n, 18446744073709551615n) → false
// more(18446744073709551615n, 18446744073709551615n) → false
// atLeast(18446744073709551615n, 18446744073709551615n) → true
// less(1n, 2n) → true
// atMost(1n, 2n) → true
// equal(1n, 2n) → false
// differ(1n, 2n) → true
// more(1n, 2n) → false
// less(18446744073709551615n, 1n) → false
// atMost(18446744073709551615n, 1n) → false
// equal(18446744073709551615n, 1n) → false
// differ(18446744073709551615n, 1n) → true
// more(18446744073709551615n, 1n) → true
// less(18446744073709551614n, 18446744073709551615n) → true
// atMost(18446744073709551614n, 18446744073709551615n) → true
// equal(18446744073709551614n, 18446744073709551615n) → false
// differ(18446744073709551614n, 18446744073709551615n) → true
// more(18446744073709551614n, 18446744073709551615n) → false
