'use mixmod';
import { i32 } from 'mixmod';
export function zero(a: Uint8Array, from: i32, to: i32): void { const part = a.subarray(from, to); for (let i = 0; i < part.length; i++) part[i] = 0; }
export function tail(a: Uint8Array): Uint8Array { return a.subarray(1); }
export function length(a: Uint8Array, from: i32, to: i32): number { return a.subarray(from, to).length; }
// a = new Uint8Array([1, 2, 3, 4, 5]) → Uint8Array(5) [ 1, 2, 3, 4, 5 ]
// zero(a, 1, 3) → undefined
// a → Uint8Array(5) [ 1, 0, 0, 4, 5 ]
// zero(a, -1, 100) → undefined
// a → Uint8Array(5) [ 1, 0, 0, 4, 0 ]
// t = tail(a) → Uint8Array(4) [ 0, 0, 4, 0 ]
// t.buffer === a.buffer → true
// t.byteOffset → 1
// length(a, 3, 1) → 0
// length(a, -100, -1) → 4
// length(a, 5, 9) → 0
