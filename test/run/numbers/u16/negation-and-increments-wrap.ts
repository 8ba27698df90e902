'use mixmod';
import { u16 } from 'mixmod';
export function negate(a: u16): u16 { return -a; }
export function next(a: u16): u16 { a++; return a; }
export function previous(a: u16): u16 { return --a; }
export function before(a: u16): u16 { return a-- + a; }
// negate(0) → 0
// next(0) → 1
// previous(0) → 65535
// negate(5) → 65531
// next(5) → 6
// previous(5) → 4
// negate(65535) → 1
// next(65535) → 0
// previous(65535) → 65534
// negate(0) → 0
// next(0) → 1
// previous(0) → 65535
// before(10) → 19
