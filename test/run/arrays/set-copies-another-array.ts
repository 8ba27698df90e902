'use mixmod';
import { i32 } from 'mixmod';
export function put(a: Uint8Array, b: Uint8Array, at: i32): void { a.set(b, at); }
export function whole(a: Uint8Array, b: Uint8Array): void { a.set(b); }
// a = new Uint8Array(5) → Uint8Array(5) [ 0, 0, 0, 0, 0 ]
// put(a, new Uint8Array([1, 2, 3]), 1) → undefined
// a → Uint8Array(5) [ 0, 1, 2, 3, 0 ]
// put(a, a.subarray(0, 4), 1) → undefined
// a → Uint8Array(5) [ 0, 0, 1, 2, 3 ]
// put(a, new Uint8Array(3), 3) → RangeError: offset is out of bounds
// put(a, new Uint8Array(1), -1) → RangeError: offset is out of bounds
// put(a, new Uint8Array(0), 5) → undefined
// whole(a, new Uint8Array([9])) → undefined
// a → Uint8Array(5) [ 9, 0, 1, 2, 3 ]
