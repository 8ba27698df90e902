'use mixmod';
export function pow(a: number, b: number): number { return Math.pow(a, b); }
export function atan2(a: number, b: number): number { return Math.atan2(a, b); }
export function hypot(a: number, b: number): number { return Math.hypot(a, b); }
export function hypot3(a: number, b: number, c: number): number { return Math.hypot(a, b, c); }
// pow(2, 10) → 1024
// pow(1, Infinity) → NaN
// pow(NaN, 0) → 1
// pow(-8, 3) → -512
// atan2(0, -0) → 3.141592653589793
// atan2(-0, 1) → -0
// atan2(1, 1) → 0.7853981633974483
// hypot(3, 4) → 5
// hypot(NaN, Infinity) → Infinity
// hypot3(2, 3, 6) → 7
