'use mixmod';
import { i32 } from 'mixmod';
export function left(a: i32, b: i32): i32 { return a << b; }
export function right(a: i32, b: i32): i32 { return a >> b; }
// left(1, 3) → 8
// left(1, 31) → -2147483648
// left(3, 31) → -2147483648
// left(1, 32) → 1
// left(1, 33) → 2
// left(2147483647, 1) → -2
// right(2147483647, 1) → 1073741823
// right(2147483647, 31) → 0
// right(2147483647, 32) → 2147483647
// right(100, 34) → 25
// right(-2147483648, 1) → -1073741824
// right(-1, 5) → -1
// right(-2147483648, 31) → -1
// left(1, -1) → -2147483648
// right(2147483647, -2) → 1
// left(-3, 1) → -6
