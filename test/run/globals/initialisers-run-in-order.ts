'use mixmod';
import { i32 } from 'mixmod';
let a: i32 = 1;
let b: i32 = a + 1;
const c: i32 = twice(b);
function twice(x: i32): i32 { a += 100; return x * 2; }
let d: i32 = a + c;
export function sum(): i32 { return a * 10000 + b * 1000 + c * 100 + d; }
// sum() → 1012505
