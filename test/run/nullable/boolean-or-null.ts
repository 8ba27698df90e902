'use mixmod';
import { i32 } from 'mixmod';
export function f(a: boolean | null): i32 { return a === null ? 2 : a ? 1 : 0; }
export function g(a: boolean | null): boolean | null { return a === null ? null : !a; }
// f(null) → 2
// f(true) → 1
// f(false) → 0
// g(null) → null
// g(false) → true
// f(0) → TypeError: f: argument 1 (a) must be a boolean or null, got number
