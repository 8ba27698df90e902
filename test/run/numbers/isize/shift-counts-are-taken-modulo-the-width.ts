'use mixmod';
import { isize } from 'mixmod';
export function left(a: isize, b: isize): isize { return a << b; }
export function right(a: isize, b: isize): isize { return a >> b; }
// left(1, 3) → 8
// left(1, 63) → -9223372036854776000
// left(3, 63) → -9223372036854776000
// left(1, 64) → 1
// left(1, 65) → 2
// left(9007199254740991, 1) → 18014398509481982
// right(9007199254740991, 1) → 4503599627370495
// right(9007199254740991, 63) → 0
// right(9007199254740991, 64) → 9007199254740991
// right(100, 66) → 25
// right(-9007199254740991, 1) → -4503599627370496
// right(-1, 5) → -1
// right(-9007199254740991, 63) → -1
// left(1, -1) → -9223372036854776000
// right(9007199254740991, -2) → 0
// left(-3, 1) → -6
