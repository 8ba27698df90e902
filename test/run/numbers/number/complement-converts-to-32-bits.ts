'use mixmod';
import {  } from 'mixmod';
export function not(a: number): number { return ~a; }
// not(0) → -1
// not(-1) → 0
// not(5.9) → -6
// not(-5.9) → 4
// not(NaN) → -1
// not(Infinity) → -1
// not(2147483648) → 2147483647
// not(4294967296) → -1
// not(1e+300) → -1
