'use mixmod';
import { i32, i64, u64 } from 'mixmod';
export function get(a: BigInt64Array, i: i32): i64 { return a[i]; }
export function set(a: BigInt64Array, i: i32, x: i64): void { a[i] = x; }
export function uget(a: BigUint64Array, i: i32): u64 { return a[i]; }
export function uset(a: BigUint64Array, i: i32, x: u64): void { a[i] = x; }
// get(new BigInt64Array([5n, -9223372036854775808n]), 1) → -9223372036854775808n
// a = new BigUint64Array(2) → BigUint64Array(2) [ 0n, 0n ]
// uset(a, 1, 18446744073709551615n) → undefined
// uget(a, 1) → 18446744073709551615n
// b = new BigInt64Array(a.buffer) → BigInt64Array(2) [ 0n, -1n ]
// set(b, 0, -1n) → undefined
// a → BigUint64Array(2) [ 18446744073709551615n, 18446744073709551615n ]
// set(b, 2, 1n) → RangeError: index 2 is out of range for length 2
