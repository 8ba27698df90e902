'use mixmod';
import { i8 } from 'mixmod';
export function negate(a: i8): i8 { return -a; }
export function next(a: i8): i8 { a++; return a; }
export function previous(a: i8): i8 { return --a; }
export function before(a: i8): i8 { return a-- + a; }
// negate(0) → 0
// next(0) → 1
// previous(0) → -1
// negate(5) → -5
// next(5) → 6
// previous(5) → 4
// negate(127) → -127
// next(127) → -128
// previous(127) → 126
// negate(-128) → -128
// next(-128) → -127
// previous(-128) → 127
// before(10) → 19
