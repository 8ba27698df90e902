'use mixmod';
import { i32 } from 'mixmod';
export function move(a: Uint16Array, to: i32, from: i32, end: i32): void { a.copyWithin(to, from, end); }
// a = new Uint16Array([1, 2, 3, 4, 5]) → Uint16Array(5) [ 1, 2, 3, 4, 5 ]
// move(a, 1, 0, 4) → undefined
// a → Uint16Array(5) [ 1, 1, 2, 3, 4 ]
// move(a, 0, 2, 100) → undefined
// a → Uint16Array(5) [ 2, 3, 4, 3, 4 ]
// move(a, -2, -5, -3) → undefined
// a → Uint16Array(5) [ 2, 3, 4, 2, 3 ]
// move(a, 9, 0, 5) → undefined
// a → Uint16Array(5) [ 2, 3, 4, 2, 3 ]
