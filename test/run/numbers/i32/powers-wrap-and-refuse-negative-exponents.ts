'use mixmod';
import { i32 } from 'mixmod';
export function pow(a: i32, b: i32): i32 { return a ** b; }
// pow(2, 5) → 32
// pow(3, 4) → 81
// pow(0, 0) → 1
// pow(10, 0) → 1
// pow(2, 31) → -2147483648
// pow(2, 32) → 0
// pow(3, 100) → -818408495
// pow(2147483647, 2) → 1
// pow(2147483647, 3) → 2147483647
// pow(1, 127) → 1
// pow(-2, 3) → -8
// pow(-1, 101) → -1
// pow(2, -1) → RangeError: exponent must not be negative
// pow(-2147483648, 2) → 0
// pow(-2147483648, 1) → -2147483648
