'use mixmod';
import { u16 } from 'mixmod';
export function left(a: u16, b: u16): u16 { return a << b; }
export function right(a: u16, b: u16): u16 { return a >> b; }
// left(1, 3) → 8
// left(1, 15) → 32768
// left(3, 15) → 32768
// left(1, 16) → 1
// left(1, 17) → 2
// left(65535, 1) → 65534
// right(65535, 1) → 32767
// right(65535, 15) → 1
// right(65535, 16) → 65535
// right(100, 18) → 25
// right(0, 1) → 0
