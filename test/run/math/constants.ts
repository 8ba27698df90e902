'use mixmod';
export function circle(r: number): number { return Math.PI * r * r; }
export function e(): number { return Math.E; }
// circle(2) → 12.566370614359172
// e() → 2.718281828459045
