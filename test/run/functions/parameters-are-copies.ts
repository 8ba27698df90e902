'use mixmod';
import { i32 } from 'mixmod';
function change(a: i32): i32 { a += 100; return a; }
export function f(): i32 { const x: i32 = 1; const y = change(x); return x * 1000 + y; }
// f() → 1101
