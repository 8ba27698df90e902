'use mixmod';
export function f(a: number | null, b: number | undefined): number { return a ?? b ?? -1; }
// f(1, 2) → 1
// f(0, 2) → 0
// f(null, 2) → 2
// f(null, undefined) → -1
// f(NaN, 5) → NaN
// f(undefined, 2) → TypeError: f: argument 1 (a) must be a number or null, got undefined
// f(null, null) → TypeError: f: argument 2 (b) must be a number or undefined, got null
