'use mixmod';
import { i16 } from 'mixmod';
export function left(a: i16, b: i16): i16 { return a << b; }
export function right(a: i16, b: i16): i16 { return a >> b; }
// left(1, 3) → 8
// left(1, 15) → -32768
// left(3, 15) → -32768
// left(1, 16) → 1
// left(1, 17) → 2
// left(32767, 1) → -2
// right(32767, 1) → 16383
// right(32767, 15) → 0
// right(32767, 16) → 32767
// right(100, 18) → 25
// right(-32768, 1) → -16384
// right(-1, 5) → -1
// right(-32768, 15) → -1
// left(1, -1) → -32768
// right(32767, -2) → 1
// left(-3, 1) → -6
