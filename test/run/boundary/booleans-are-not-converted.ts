'use mixmod';
export function f(a: boolean): boolean { return !a; }
// f(true) → false
// f(1) → TypeError: f: argument 1 (a) must be a boolean, got number
// f('') → TypeError: f: argument 1 (a) must be a boolean, got string
// f() → TypeError: f: argument 1 (a) must be a boolean, got undefined
// f(new Boolean(false)) → TypeError: f: argument 1 (a) must be a boolean, got Boolean
