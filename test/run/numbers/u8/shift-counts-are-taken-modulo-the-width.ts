'use mixmod';
import { u8 } from 'mixmod';
export function left(a: u8, b: u8): u8 { return a << b; }
export function right(a: u8, b: u8): u8 { return a >> b; }
// left(1, 3) → 8
// left(1, 7) → 128
// left(3, 7) → 128
// left(1, 8) → 1
// left(1, 9) → 2
// left(255, 1) → 254
// right(255, 1) → 127
// right(255, 7) → 1
// right(255, 8) → 255
// right(100, 10) → 25
// right(0, 1) → 0
