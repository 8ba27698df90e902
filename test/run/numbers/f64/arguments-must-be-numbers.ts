'use mixmod';
import { f64 } from 'mixmod';
export function f(a: f64): f64 { return a; }
// f(-0) → -0
// f(NaN) → NaN
// f(0.1) → 0.1
// f(1e300) → 1e+300
// f('1') → TypeError: f: argument 1 (a) must be a number, got string
// f(1n) → TypeError: f: argument 1 (a) must be a number, got bigint
// f() → TypeError: f: argument 1 (a) must be a number, got undefined
// f(null) → TypeError: f: argument 1 (a) must be a number, got null
// f([]) → TypeError: f: argument 1 (a) must be a number, got Array
// f(new Number(1)) → TypeError: f: argument 1 (a) must be a number, got Number
// f(1, 2) → 1
