'use mixmod';
export function f(a: number | null): number { if (a) return a; return -1; }
// f(3) → 3
// f(0) → -1
// f(NaN) → -1
// f(null) → -1
