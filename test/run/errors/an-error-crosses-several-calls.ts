'use mixmod';
import { i32 } from 'mixmod';
function deep(n: i32): i32 { if (n === 0) throw new RangeError('bottom'); return deep(n - 1) + 1; }
export function run(n: i32): i32 { return deep(n) * 2; }
export function fine(): i32 { return 1; }
// run(0) → RangeError: bottom
// run(50) → RangeError: bottom
// fine() → 1
