'use mixmod';
import { i64 } from 'mixmod';
export function and(a: i64, b: i64): i64 { return a & b; }
export function or(a: i64, b: i64): i64 { return a | b; }
export function xor(a: i64, b: i64): i64 { return a ^ b; }
export function not(a: i64): i64 { return ~a; }
// and(12n, 10n) → 8n
// or(12n, 10n) → 14n
// xor(12n, 10n) → 6n
// and(9223372036854775807n, 85n) → 85n
// or(-9223372036854775808n, 1n) → -9223372036854775807n
// xor(9223372036854775807n, -9223372036854775808n) → -1n
// xor(9223372036854775807n, 1n) → 9223372036854775806n
// and(-1n, -9223372036854775808n) → -9223372036854775808n
// or(-128n, 127n) → -1n
// xor(-1n, 9223372036854775807n) → -9223372036854775808n
// not(0n) → -1n
// not(1n) → -2n
// not(9223372036854775807n) → -9223372036854775808n
// not(-9223372036854775808n) → 9223372036854775807n
