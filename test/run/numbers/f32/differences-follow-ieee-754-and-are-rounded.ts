'use mixmod';
import { f32 } from 'mixmod';
export function sub(a: f32, b: f32): f32 { return a - b; }
// sub(1, 2) → -1
// sub(0.1, 0.2) → -0.10000000149011612
// sub(-0, 0) → -0
// sub(-0, -0) → 0
// sub(1e+308, 1e+308) → NaN
// sub(Infinity, -Infinity) → Infinity
// sub(NaN, 1) → NaN
// sub(5, 0) → 5
// sub(-5, 0) → -5
// sub(0, 0) → 0
// sub(7, -2) → 9
// sub(-7, 2) → -9
// sub(5.5, 2) → 3.5
// sub(-5.5, -Infinity) → Infinity
// sub(Infinity, 2) → Infinity
// sub(9007199254740992, 1) → 9007199254740992
// sub(1e-320, 10) → -10
