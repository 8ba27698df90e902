'use mixmod';
import { i8 } from 'mixmod';
export function add(a: i8, b: i8): i8 { return a + b; }
export function sub(a: i8, b: i8): i8 { return a - b; }
export function mul(a: i8, b: i8): i8 { return a * b; }
// add(2, 3) → 5
// add(127, 1) → -128
// add(127, 127) → -2
// sub(-128, 1) → 127
// sub(0, 127) → -127
// sub(5, 7) → -2
// mul(7, 6) → 42
// mul(127, 127) → 1
// mul(-128, 127) → -128
// mul(127, 2) → -2
// mul(-128, -1) → -128
// add(-128, -128) → 0
// mul(-5, 0) → 0
