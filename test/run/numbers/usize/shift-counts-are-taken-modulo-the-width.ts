'use mixmod';
import { usize } from 'mixmod';
export function left(a: usize, b: usize): usize { return a << b; }
export function right(a: usize, b: usize): usize { return a >> b; }
// left(1, 3) → 8
// left(1, 63) → 9223372036854776000
// left(3, 63) → 9223372036854776000
// left(1, 64) → 1
// left(1, 65) → 2
// left(9007199254740991, 1) → 18014398509481982
// right(9007199254740991, 1) → 4503599627370495
// right(9007199254740991, 63) → 0
// right(9007199254740991, 64) → 9007199254740991
// right(100, 66) → 25
// right(0, 1) → 0
