'use mixmod';
import {  } from 'mixmod';
export function or(a: number, b: number): number { return a | b; }
// or(12, 10) → 14
// or(5.9, 3) → 7
// or(-5.9, 1) → -5
// or(NaN, 1) → 1
// or(Infinity, 2) → 2
// or(4294967301, 1) → 5
// or(2147483648, 0) → -2147483648
// or(-2147483648, 31) → -2147483617
// or(1, 32) → 33
// or(1, 33) → 33
// or(1, -1) → -1
// or(1e+300, 3) → 3
// or(-1, 0) → -1
// or(9007199254740991, 7) → -1
