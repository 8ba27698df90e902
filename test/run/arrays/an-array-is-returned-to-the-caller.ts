'use mixmod';
import { i32 } from 'mixmod';
export function make(a: i32, b: i32): Int32Array { const r = new Int32Array(2); r[0] = a; r[1] = b; return r; }
export function echo(a: Float32Array): Float32Array { return a; }
// make(1, -1) → Int32Array(2) [ 1, -1 ]
// a = new Float32Array([0.5]) → Float32Array(1) [ 0.5 ]
// echo(a) → Float32Array(1) [ 0.5 ]
// echo(a).buffer === a.buffer → true
