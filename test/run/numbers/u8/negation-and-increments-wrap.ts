'use mixmod';
import { u8 } from 'mixmod';
export function negate(a: u8): u8 { return -a; }
export function next(a: u8): u8 { a++; return a; }
export function previous(a: u8): u8 { return --a; }
export function before(a: u8): u8 { return a-- + a; }
// negate(0) → 0
// next(0) → 1
// previous(0) → 255
// negate(5) → 251
// next(5) → 6
// previous(5) → 4
// negate(255) → 1
// next(255) → 0
// previous(255) → 254
// negate(0) → 0
// next(0) → 1
// previous(0) → 255
// before(10) → 19
