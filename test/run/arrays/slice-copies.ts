'use mixmod';
import { i32 } from 'mixmod';
export function part(a: Int16Array, from: i32, to: i32): Int16Array { return a.slice(from, to); }
export function whole(a: Int16Array): Int16Array { const b = a.slice(); b[0] = 99; return b; }
// a = new Int16Array([1, 2, 3, 4]) → Int16Array(4) [ 1, 2, 3, 4 ]
// part(a, 1, 3) → Int16Array(2) [ 2, 3 ]
// part(a, -2, 100) → Int16Array(2) [ 3, 4 ]
// part(a, 3, 1) → Int16Array(0) []
// whole(a) → Int16Array(4) [ 99, 2, 3, 4 ]
// a → Int16Array(4) [ 1, 2, 3, 4 ]
// part(a, 1, 3).buffer === a.buffer → false
