'use mixmod';
import { i16 } from 'mixmod';
export function add(a: i16, b: i16): i16 { return a + b; }
export function sub(a: i16, b: i16): i16 { return a - b; }
export function mul(a: i16, b: i16): i16 { return a * b; }
// add(2, 3) → 5
// add(32767, 1) → -32768
// add(32767, 32767) → -2
// sub(-32768, 1) → 32767
// sub(0, 32767) → -32767
// sub(5, 7) → -2
// mul(7, 6) → 42
// mul(32767, 32767) → 1
// mul(-32768, 32767) → -32768
// mul(32767, 2) → -2
// mul(-32768, -1) → -32768
// add(-32768, -32768) → 0
// mul(-5, 0) → 0
