'use mixmod';
import { u16 } from 'mixmod';
export function pow(a: u16, b: u16): u16 { return a ** b; }
// pow(2, 5) → 32
// pow(3, 4) → 81
// pow(0, 0) → 1
// pow(10, 0) → 1
// pow(2, 15) → 32768
// pow(2, 16) → 0
// pow(3, 100) → 5073
// pow(65535, 2) → 1
// pow(65535, 3) → 65535
// pow(1, 127) → 1
