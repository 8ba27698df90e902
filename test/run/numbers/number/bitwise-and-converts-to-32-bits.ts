'use mixmod';
import {  } from 'mixmod';
export function and(a: number, b: number): number { return a & b; }
// and(12, 10) → 8
// and(5.9, 3) → 1
// and(-5.9, 1) → 1
// and(NaN, 1) → 0
// and(Infinity, 2) → 0
// and(4294967301, 1) → 1
// and(2147483648, 0) → 0
// and(-2147483648, 31) → 0
// and(1, 32) → 0
// and(1, 33) → 1
// and(1, -1) → 1
// and(1e+300, 3) → 0
// and(-1, 0) → 0
// and(9007199254740991, 7) → 7
