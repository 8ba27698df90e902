'use mixmod';
import { i32, i64 } from 'mixmod';
export function count(a: boolean, b: boolean): i32 { return i32(a) + i32(b); }
export function big(a: boolean): i64 { return i64(a); }
// count(true, true) → 2
// count(false, true) → 1
// big(true) → 1n
