'use mixmod';
import {  } from 'mixmod';
export function unsigned(a: number, b: number): number { return a >>> b; }
// unsigned(12, 10) → 0
// unsigned(5.9, 3) → 0
// unsigned(-5.9, 1) → 2147483645
// unsigned(NaN, 1) → 0
// unsigned(Infinity, 2) → 0
// unsigned(4294967301, 1) → 2
// unsigned(2147483648, 0) → 2147483648
// unsigned(-2147483648, 31) → 1
// unsigned(1, 32) → 1
// unsigned(1, 33) → 0
// unsigned(1, -1) → 0
// unsigned(1e+300, 3) → 0
// unsigned(-1, 0) → 4294967295
// unsigned(9007199254740991, 7) → 33554431
