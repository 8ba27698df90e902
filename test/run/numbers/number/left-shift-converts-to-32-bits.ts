'use mixmod';
import {  } from 'mixmod';
export function left(a: number, b: number): number { return a << b; }
// left(12, 10) → 12288
// left(5.9, 3) → 40
// left(-5.9, 1) → -10
// left(NaN, 1) → 0
// left(Infinity, 2) → 0
// left(4294967301, 1) → 10
// left(2147483648, 0) → -2147483648
// left(-2147483648, 31) → 0
// left(1, 32) → 1
// left(1, 33) → 2
// left(1, -1) → -2147483648
// left(1e+300, 3) → 0
// left(-1, 0) → -1
// left(9007199254740991, 7) → -128
