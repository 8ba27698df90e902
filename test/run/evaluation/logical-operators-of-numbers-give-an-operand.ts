'use mixmod';
export function either(a: number, b: number): number { return a || b; }
export function both(a: number, b: number): number { return a && b; }
// either(0, 5) → 5
// either(3, 5) → 3
// either(NaN, -0) → -0
// both(0, 5) → 0
// both(-0, 5) → -0
// both(NaN, 5) → NaN
// both(2, 5) → 5
