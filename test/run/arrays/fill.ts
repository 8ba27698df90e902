'use mixmod';
import { i32, u64 } from 'mixmod';
export function fill(a: Int8Array, x: number, from: i32, to: i32): void { a.fill(x, from, to); }
export function all(a: Float32Array, x: number): void { a.fill(x); }
export function big(a: BigUint64Array, x: u64): void { a.fill(x, 1); }
// a = new Int8Array(6) → Int8Array(6) [ 0, 0, 0, 0, 0, 0 ]
// fill(a, 200, 1, 3) → undefined
// fill(a, 1.9, -2, 100) → undefined
// fill(a, 5, 3, 2) → undefined
// a → Int8Array(6) [ 0, -56, -56, 0, 1, 1 ]
// f = new Float32Array(2) → Float32Array(2) [ 0, 0 ]
// all(f, 0.1) → undefined
// f → Float32Array(2) [ 0.10000000149011612, 0.10000000149011612 ]
// b = new BigUint64Array(3) → BigUint64Array(3) [ 0n, 0n, 0n ]
// big(b, 18446744073709551615n) → undefined
// b → BigUint64Array(3) [ 0n, 18446744073709551615n, 18446744073709551615n ]
