'use mixmod';
import { u32 } from 'mixmod';
export function left(a: u32, b: u32): u32 { return a << b; }
export function right(a: u32, b: u32): u32 { return a >> b; }
// left(1, 3) → 8
// left(1, 31) → 2147483648
// left(3, 31) → 2147483648
// left(1, 32) → 1
// left(1, 33) → 2
// left(4294967295, 1) → 4294967294
// right(4294967295, 1) → 2147483647
// right(4294967295, 31) → 1
// right(4294967295, 32) → 4294967295
// right(100, 34) → 25
// right(0, 1) → 0
