'use mixmod';
import { i32 } from 'mixmod';
function a(n: number): number { return b(n + 1) * 2; }
function b(n: number): number { return a(n + 1) + 1; }
export function run(): number { return a(0); }
export function add(x: i32, y: i32): i32 { return x + y; }
// run() → RangeError: Maximum call stack size exceeded
// add(1, 2) → 3
