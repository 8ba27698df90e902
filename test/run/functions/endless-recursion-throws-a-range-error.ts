'use mixmod';
import { i32 } from 'mixmod';
let depth: i32 = 0;
function down(n: i32): i32 { depth = n; return down(n + 1) + 1; }
export function run(): i32 { return down(0); }
export function reached(): boolean { return depth > 1000; }
// run() → RangeError: Maximum call stack size exceeded
// reached() → true
// run() → RangeError: Maximum call stack size exceeded
