'use mixmod';
export function hypot2(a: number, b: number): number { return Math.hypot(a, b); }
export function hypot3(a: number, b: number, c: number): number { return Math.hypot(a, b, c); }
export function hypot4(a: number, b: number, c: number, d: number): number { return Math.hypot(a, b, c, d); }
export function none(): number { return Math.hypot(); }
export function one(a: number): number { return Math.hypot(a); }
let calls = 0;
function next(): number { calls += 1; return calls; }
export function evaluated(): number { return Math.hypot(next(), next(), next()); }
// hypot3(1, 1, 1) → 1.7320508075688772
// hypot3(0.1, 0.2, 0.3) === Math.hypot(0.1, 0.2, 0.3) → true
// hypot2(1e200, 1e200) → 1.414213562373095e+200
// hypot2(3e-200, 4e-200) === Math.hypot(3e-200, 4e-200) → true
// hypot4(1e16, 1, 1, 1) === Math.hypot(1e16, 1, 1, 1) → true
// Array.from({ length: 999 }, (_, i) => [Math.sin(i) * 3 ** (i % 9), Math.cos(i * i), i / 7, Math.sin(-i) * i]).filter((v) => hypot4(...v) !== Math.hypot(...v) || hypot3(...v) !== Math.hypot(...v.slice(0, 3)) || hypot2(...v) !== Math.hypot(...v.slice(0, 2))) → []
// hypot3(NaN, -Infinity, 1) → Infinity
// hypot3(NaN, 1, 1) → NaN
// Object.is(hypot3(-0, 0, -0), 0) → true
// none() → 0
// one(-2) → 2
// evaluated() → 3.741657386773941
