'use mixmod';
import { i32 } from 'mixmod';
export function make(n: i32): ArrayBuffer { return new ArrayBuffer(n); }
export function length(a: ArrayBuffer): number { return a.byteLength; }
export function part(a: ArrayBuffer, from: i32, to: i32): ArrayBuffer { return a.slice(from, to); }
// make(3).byteLength → 3
// length(new ArrayBuffer(5)) → 5
// new Uint8Array(part(new Uint8Array([1, 2, 3, 4]).buffer, 1, -1)) → Uint8Array(2) [ 2, 3 ]
// make(-1) → RangeError: Array buffer allocation failed
// length(new Uint8Array(5)) → TypeError: length: argument 1 (a) must be an ArrayBuffer, got Uint8Array
// length(new SharedArrayBuffer(5)) → TypeError: length: argument 1 (a) must be an ArrayBuffer, got SharedArrayBuffer
