'use mixmod';
import { i8 } from 'mixmod';
export function left(a: i8, b: i8): i8 { return a << b; }
export function right(a: i8, b: i8): i8 { return a >> b; }
// left(1, 3) → 8
// left(1, 7) → -128
// left(3, 7) → -128
// left(1, 8) → 1
// left(1, 9) → 2
// left(127, 1) → -2
// right(127, 1) → 63
// right(127, 7) → 0
// right(127, 8) → 127
// right(100, 10) → 25
// right(-128, 1) → -64
// right(-1, 5) → -1
// right(-128, 7) → -1
// left(1, -1) → -128
// right(127, -2) → 1
// left(-3, 1) → -6
