'use mixmod';
import { i32 } from 'mixmod';
let calls: i32 = 0;
function next(): i32 { return ++calls; }
function f(a: i32, b: i32 = next()): i32 { return a * 10 + b; }
export function given(): i32 { calls = 0; return f(1, 7) * 10 + calls; }
export function missing(): i32 { calls = 0; return f(1) * 10 + calls; }
// given() → 170
// missing() → 111
