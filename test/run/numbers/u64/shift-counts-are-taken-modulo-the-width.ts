'use mixmod';
import { u64 } from 'mixmod';
export function left(a: u64, b: u64): u64 { return a << b; }
export function right(a: u64, b: u64): u64 { return a >> b; }
// left(1n, 3n) → 8n
// left(1n, 63n) → 9223372036854775808n
// left(3n, 63n) → 9223372036854775808n
// left(1n, 64n) → 1n
// left(1n, 65n) → 2n
// left(18446744073709551615n, 1n) → 18446744073709551614n
// right(18446744073709551615n, 1n) → 9223372036854775807n
// right(18446744073709551615n, 63n) → 1n
// right(18446744073709551615n, 64n) → 18446744073709551615n
// right(100n, 66n) → 25n
// right(0n, 1n) → 0n
