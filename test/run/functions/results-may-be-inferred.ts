'use mixmod';
import { i32 } from 'mixmod';
function twice(a: i32) { return a + a; }
function mean(a: number, b: number) { return (a + b) / 2; }
export function f(a: i32): number { return mean(twice(a), 1); }
// f(2) → 2.5
// f(2147483647) → -0.5
