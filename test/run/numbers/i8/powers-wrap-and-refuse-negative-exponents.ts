'use mixmod';
import { i8 } from 'mixmod';
export function pow(a: i8, b: i8): i8 { return a ** b; }
// pow(2, 5) → 32
// pow(3, 4) → 81
// pow(0, 0) → 1
// pow(10, 0) → 1
// pow(2, 7) → -128
// pow(2, 8) → 0
// pow(3, 100) → -47
// pow(127, 2) → 1
// pow(127, 3) → 127
// pow(1, 127) → 1
// pow(-2, 3) → -8
// pow(-1, 101) → -1
// pow(2, -1) → RangeError: exponent must not be negative
// pow(-128, 2) → 0
// pow(-128, 1) → -128
