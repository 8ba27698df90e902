'use mixmod';
import { u32, u8 } from 'mixmod';
export function shift(a: u8, b: u8): u32 { return a >>> b; }
// shift(1, 0) → 1
// shift(255, 1) → 127
// shift(0, 0) → 0
// shift(0, 4) → 0
// shift(255, 31) → 0
// shift(255, 32) → 255
// shift(255, 33) → 127
