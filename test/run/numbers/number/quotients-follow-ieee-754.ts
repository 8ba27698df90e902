'use mixmod';
import {  } from 'mixmod';
export function div(a: number, b: number): number { return a / b; }
// div(1, 2) → 0.5
// div(0.1, 0.2) → 0.5
// div(-0, 0) → NaN
// div(-0, -0) → NaN
// div(1e+308, 1e+308) → 1
// div(Infinity, -Infinity) → NaN
// div(NaN, 1) → NaN
// div(5, 0) → Infinity
// div(-5, 0) → -Infinity
// div(0, 0) → NaN
// div(7, -2) → -3.5
// div(-7, 2) → -3.5
// div(5.5, 2) → 2.75
// div(-5.5, -Infinity) → 0
// div(Infinity, 2) → Infinity
// div(9007199254740992, 1) → 9007199254740992
// div(1e-320, 10) → 1e-321
