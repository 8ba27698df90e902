'use mixmod';
import { i32 } from 'mixmod';
let calls: i32 = 0;
function yes(): boolean { calls++; return true; }
export function and(a: boolean): i32 { calls = 0; const r = a && yes(); return r ? calls + 10 : calls; }
export function or(a: boolean): i32 { calls = 0; const r = a || yes(); return r ? calls + 10 : calls; }
// and(false) → 0
// and(true) → 11
// or(true) → 10
// or(false) → 11
