'use mixmod';
import {  } from 'mixmod';
export function pow(a: number, b: number): number { return a ** b; }
// pow(2, 10) → 1024
// pow(2, -1) → 0.5
// pow(2, 0.5) → 1.4142135623730951
// pow(-2, 3) → -8
// pow(-8, 0.5) → NaN
// pow(0, 0) → 1
// pow(NaN, 0) → 1
// pow(1, Infinity) → NaN
// pow(1, NaN) → NaN
// pow(-1, Infinity) → NaN
// pow(0, -1) → Infinity
// pow(-0, -1) → -Infinity
// pow(-0, -2) → Infinity
// pow(10, 308) → 1e+308
// pow(2, 1024) → Infinity
// pow(Infinity, -1) → 0
// pow(0.5, Infinity) → 0
