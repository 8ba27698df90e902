'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 { return later(a) + 1; }
function later(a: i32): i32 { return a * LIMIT; }
const LIMIT: i32 = 100;
// f(2) → 201
