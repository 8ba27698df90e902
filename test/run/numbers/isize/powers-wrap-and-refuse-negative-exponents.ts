'use mixmod';
import { isize } from 'mixmod';
export function pow(a: isize, b: isize): isize { return a ** b; }
// pow(2, 5) → 32
// pow(3, 4) → 81
// pow(0, 0) → 1
// pow(10, 0) → 1
// pow(2, 63) → -9223372036854776000
// pow(2, 64) → 0
// pow(3, 100) → -2984622845537545000
// pow(9007199254740991, 2) → -18014398509481984
// pow(9007199254740991, 3) → 27021597764222976
// pow(1, 127) → 1
// pow(-2, 3) → -8
// pow(-1, 101) → -1
// pow(2, -1) → RangeError: exponent must not be negative
// pow(-9007199254740991, 2) → -18014398509481984
// pow(-9007199254740991, 1) → -9007199254740991
