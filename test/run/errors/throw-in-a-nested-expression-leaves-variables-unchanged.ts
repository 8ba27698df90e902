'use mixmod';
import { i32 } from 'mixmod';
let x: i32 = 1;
export function run(d: i32): void { x = x + 10 / d; }
export function get(): i32 { return x; }
// run(0) → RangeError: division by zero
// get() → 1
// run(5) → undefined
// get() → 3
