'use mixmod';
import { u32 } from 'mixmod';
export function negate(a: u32): u32 { return -a; }
export function next(a: u32): u32 { a++; return a; }
export function previous(a: u32): u32 { return --a; }
export function before(a: u32): u32 { return a-- + a; }
// negate(0) → 0
// next(0) → 1
// previous(0) → 4294967295
// negate(5) → 4294967291
// next(5) → 6
// previous(5) → 4
// negate(4294967295) → 1
// next(4294967295) → 0
// previous(4294967295) → 4294967294
// negate(0) → 0
// next(0) → 1
// previous(0) → 4294967295
// before(10) → 19
