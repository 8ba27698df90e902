'use mixmod';
export function f(a: Uint8Array, x: number): number { return (a[0] = x); }
// f(new Uint8Array(1), 300.5) → 300.5
