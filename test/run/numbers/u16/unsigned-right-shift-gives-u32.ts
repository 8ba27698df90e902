'use mixmod';
import { u16, u32 } from 'mixmod';
export function shift(a: u16, b: u16): u32 { return a >>> b; }
// shift(1, 0) → 1
// shift(65535, 1) → 32767
// shift(0, 0) → 0
// shift(0, 4) → 0
// shift(65535, 31) → 0
// shift(65535, 32) → 65535
// shift(65535, 33) → 32767
