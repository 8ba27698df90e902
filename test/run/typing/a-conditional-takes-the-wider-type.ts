'use mixmod';
import { i32, i8 } from 'mixmod';
export function pick(test: boolean, a: i8, b: i32): i32 { return test ? a : b; }
export function mixed(test: boolean, a: i32, b: number): number { return test ? a : b; }
// pick(true, -1, 1) → -1
// pick(false, -1, 2147483647) → 2147483647
// mixed(true, 3, 0.5) → 3
// mixed(false, 3, 0.5) → 0.5
