'use mixmod';
import {  } from 'mixmod';
export function right(a: number, b: number): number { return a >> b; }
// right(12, 10) → 0
// right(5.9, 3) → 0
// right(-5.9, 1) → -3
// right(NaN, 1) → 0
// right(Infinity, 2) → 0
// right(4294967301, 1) → 2
// right(2147483648, 0) → -2147483648
// right(-2147483648, 31) → -1
// right(1, 32) → 1
// right(1, 33) → 0
// right(1, -1) → 0
// right(1e+300, 3) → 0
// right(-1, 0) → -1
// right(9007199254740991, 7) → -1
