'use mixmod';
export function imul(a: number, b: number): number { return Math.imul(a, b); }
export function clz(a: number): number { return Math.clz32(a); }
export function fround(a: number): number { return Math.fround(a); }
// imul(0xffffffff, 5) → -5
// imul(123456789, 987654321) → -67153019
// imul(1.9, 2.9) → 2
// imul(NaN, 1) → 0
// clz(1) → 31
// clz(0) → 32
// clz(-1) → 0
// clz(0.5) → 32
// fround(5.5) → 5.5
// fround(5.05) → 5.050000190734863
// fround(1e40) → Infinity
