'use mixmod';
import { u32 } from 'mixmod';
export function pow(a: u32, b: u32): u32 { return a ** b; }
// pow(2, 5) → 32
// pow(3, 4) → 81
// pow(0, 0) → 1
// pow(10, 0) → 1
// pow(2, 31) → 2147483648
// pow(2, 32) → 0
// pow(3, 100) → 3476558801
// pow(4294967295, 2) → 1
// pow(4294967295, 3) → 4294967295
// pow(1, 127) → 1
