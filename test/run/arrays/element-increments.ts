'use mixmod';
import { i64 } from 'mixmod';
export function f(a: Uint8Array): number { const before = a[0]++; const after = ++a[0]; a[1]--; return before * 1000 + after; }
export function g(a: BigInt64Array): i64 { a[0] += 1n; return a[0]--; }
// a = new Uint8Array([255, 0]) → Uint8Array(2) [ 255, 0 ]
// f(a) → 255001
// a → Uint8Array(2) [ 1, 255 ]
// g(new BigInt64Array([9223372036854775807n])) → -9223372036854775808n
