'use mixmod';
import { i32 } from 'mixmod';
export function make(n: i32): Int32Array { return new Int32Array(n); }
export function double(n: i32): Float64Array { const a = new Float64Array(n); for (let i: i32 = 0; i < n; i++) a[i] = i / 2; return a; }
// make(3) → Int32Array(3) [ 0, 0, 0 ]
// make(0) → Int32Array(0) []
// double(3) → Float64Array(3) [ 0, 0, 1 ]
