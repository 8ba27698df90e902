'use mixmod';
import { i16 } from 'mixmod';
export function pow(a: i16, b: i16): i16 { return a ** b; }
// pow(2, 5) → 32
// pow(3, 4) → 81
// pow(0, 0) → 1
// pow(10, 0) → 1
// pow(2, 15) → -32768
// pow(2, 16) → 0
// pow(3, 100) → 5073
// pow(32767, 2) → 1
// pow(32767, 3) → 32767
// pow(1, 127) → 1
// pow(-2, 3) → -8
// pow(-1, 101) → -1
// pow(2, -1) → RangeError: exponent must not be negative
// pow(-32768, 2) → 0
// pow(-32768, 1) → -32768
