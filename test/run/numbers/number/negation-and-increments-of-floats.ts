'use mixmod';
import {  } from 'mixmod';
export function negate(a: number): number { return -a; }
export function next(a: number): number { return ++a; }
export function kept(a: number): number { return a--; }
// negate(0) → -0
// next(0) → 1
// kept(0) → 0
// negate(-0) → 0
// next(-0) → 1
// kept(-0) → -0
// negate(1.5) → -1.5
// next(1.5) → 2.5
// kept(1.5) → 1.5
// negate(NaN) → NaN
// next(NaN) → NaN
// kept(NaN) → NaN
// negate(-Infinity) → Infinity
// next(-Infinity) → -Infinity
// kept(-Infinity) → -Infinity
// negate(16777216) → -16777216
// next(16777216) → 16777217
// kept(16777216) → 16777216
// negate(9007199254740992) → -9007199254740992
// next(9007199254740992) → 9007199254740992
// kept(9007199254740992) → 9007199254740992
