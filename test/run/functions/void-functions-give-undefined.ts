'use mixmod';
import { i32 } from 'mixmod';
let last: i32 = 0;
export function keep(a: i32): void { if (a < 0) return; last = a; }
export function kept(): i32 { return last; }
// keep(7) → undefined
// keep(-1) → undefined
// kept() → 7
