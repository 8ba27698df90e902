'use mixmod';
import { u8 } from 'mixmod';
export function pow(a: u8, b: u8): u8 { return a ** b; }
// pow(2, 5) → 32
// pow(3, 4) → 81
// pow(0, 0) → 1
// pow(10, 0) → 1
// pow(2, 7) → 128
// pow(2, 8) → 0
// pow(3, 100) → 209
// pow(255, 2) → 1
// pow(255, 3) → 255
// pow(1, 127) → 1
