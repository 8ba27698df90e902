'use mixmod';
import {  } from 'mixmod';
export function rem(a: number, b: number): number { return a % b; }
// rem(1, 2) → 1
// rem(0.1, 0.2) → 0.1
// rem(-0, 0) → NaN
// rem(-0, -0) → NaN
// rem(1e+308, 1e+308) → 0
// rem(Infinity, -Infinity) → NaN
// rem(NaN, 1) → NaN
// rem(5, 0) → NaN
// rem(-5, 0) → NaN
// rem(0, 0) → NaN
// rem(7, -2) → 1
// rem(-7, 2) → -1
// rem(5.5, 2) → 1.5
// rem(-5.5, -Infinity) → -5.5
// rem(Infinity, 2) → NaN
// rem(9007199254740992, 1) → 0
// rem(1e-320, 10) → 1e-320
