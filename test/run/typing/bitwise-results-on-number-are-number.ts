'use mixmod';
export function half(x: number): number { return (x | 0) / 2; }
export function sum(x: number): number { return (x | 0) + (x | 0); }
// half(7.9) → 3.5
// sum(2147483647) → 4294967294
