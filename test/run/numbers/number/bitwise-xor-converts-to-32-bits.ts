'use mixmod';
import {  } from 'mixmod';
export function xor(a: number, b: number): number { return a ^ b; }
// xor(12, 10) → 6
// xor(5.9, 3) → 6
// xor(-5.9, 1) → -6
// xor(NaN, 1) → 1
// xor(Infinity, 2) → 2
// xor(4294967301, 1) → 4
// xor(2147483648, 0) → -2147483648
// xor(-2147483648, 31) → -2147483617
// xor(1, 32) → 33
// xor(1, 33) → 32
// xor(1, -1) → -2
// xor(1e+300, 3) → 3
// xor(-1, 0) → -1
// xor(9007199254740991, 7) → -8
