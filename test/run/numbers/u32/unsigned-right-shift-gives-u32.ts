'use mixmod';
import { u32 } from 'mixmod';
export function shift(a: u32, b: u32): u32 { return a >>> b; }
// shift(1, 0) → 1
// shift(4294967295, 1) → 2147483647
// shift(0, 0) → 0
// shift(0, 4) → 0
// shift(4294967295, 31) → 1
// shift(4294967295, 32) → 4294967295
// shift(4294967295, 33) → 2147483647
