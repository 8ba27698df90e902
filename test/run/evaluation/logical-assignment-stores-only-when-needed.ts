'use mixmod';
export function or(a: number): number { let x = a; x ||= 9; return x; }
export function and(a: number): number { let x = a; x &&= 9; return x; }
export function absent(a: number | null): number { let x = a; x ??= 9; return x; }
// or(0) → 9
// or(2) → 2
// and(0) → 0
// and(2) → 9
// absent(null) → 9
// absent(0) → 0
