'use mixmod';
import { f32 } from 'mixmod';
export function mul(a: f32, b: f32): f32 { return a * b; }
// mul(1, 2) → 2
// mul(0.1, 0.2) → 0.020000001415610313
// mul(-0, 0) → -0
// mul(-0, -0) → 0
// mul(1e+308, 1e+308) → Infinity
// mul(Infinity, -Infinity) → -Infinity
// mul(NaN, 1) → NaN
// mul(5, 0) → 0
// mul(-5, 0) → -0
// mul(0, 0) → 0
// mul(7, -2) → -14
// mul(-7, 2) → -14
// mul(5.5, 2) → 11
// mul(-5.5, -Infinity) → Infinity
// mul(Infinity, 2) → Infinity
// mul(9007199254740992, 1) → 9007199254740992
// mul(1e-320, 10) → 0
