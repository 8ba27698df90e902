'use mixmod';
export function min(a: number, b: number, c: number): number { return Math.min(a, b, c); }
export function max(a: number, b: number, c: number): number { return Math.max(a, b, c); }
export function one(a: number): number { return Math.max(a); }
export function none(): number { return Math.min() - Math.max(); }
// min(3, 1, 2) → 1
// max(3, 1, 2) → 3
// min(0, -0, 0) → -0
// max(-0, 0, -0) → 0
// min(1, NaN, 2) → NaN
// max(NaN, 1, 2) → NaN
// one(-5) → -5
// none() → Infinity
