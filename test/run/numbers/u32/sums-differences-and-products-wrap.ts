'use mixmod';
import { u32 } from 'mixmod';
export function add(a: u32, b: u32): u32 { return a + b; }
export function sub(a: u32, b: u32): u32 { return a - b; }
export function mul(a: u32, b: u32): u32 { return a * b; }
// add(2, 3) → 5
// add(4294967295, 1) → 0
// add(4294967295, 4294967295) → 4294967294
// sub(0, 1) → 4294967295
// sub(0, 4294967295) → 1
// sub(5, 7) → 4294967294
// mul(7, 6) → 42
// mul(4294967295, 4294967295) → 1
// mul(0, 4294967295) → 0
// mul(4294967295, 2) → 4294967294
