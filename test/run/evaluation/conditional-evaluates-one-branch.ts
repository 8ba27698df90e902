'use mixmod';
import { i32 } from 'mixmod';
let calls: i32 = 0;
function one(): i32 { calls += 1; return 1; }
function ten(): i32 { calls += 10; return 10; }
export function pick(a: boolean): i32 { calls = 0; const r = a ? one() : ten(); return r * 100 + calls; }
// pick(true) → 101
// pick(false) → 1010
