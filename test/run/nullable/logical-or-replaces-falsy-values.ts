'use mixmod';
export function f(a: number | null): number { return a || 7; }
// f(null) → 7
// f(0) → 7
// f(-1) → -1
