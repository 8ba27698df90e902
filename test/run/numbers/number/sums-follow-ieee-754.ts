'use mixmod';
import {  } from 'mixmod';
export function add(a: number, b: number): number { return a + b; }
// add(1, 2) → 3
// add(0.1, 0.2) → 0.30000000000000004
// add(-0, 0) → 0
// add(-0, -0) → -0
// add(1e+308, 1e+308) → Infinity
// add(Infinity, -Infinity) → NaN
// add(NaN, 1) → NaN
// add(5, 0) → 5
// add(-5, 0) → -5
// add(0, 0) → 0
// add(7, -2) → 5
// add(-7, 2) → -5
// add(5.5, 2) → 7.5
// add(-5.5, -Infinity) → -Infinity
// add(Infinity, 2) → Infinity
// add(9007199254740992, 1) → 9007199254740992
// add(1e-320, 10) → 10
