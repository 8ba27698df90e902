'use mixmod';
import { i16 } from 'mixmod';
export function negate(a: i16): i16 { return -a; }
export function next(a: i16): i16 { a++; return a; }
export function previous(a: i16): i16 { return --a; }
export function before(a: i16): i16 { return a-- + a; }
// negate(0) → 0
// next(0) → 1
// previous(0) → -1
// negate(5) → -5
// next(5) → 6
// previous(5) → 4
// negate(32767) → -32767
// next(32767) → -32768
// previous(32767) → 32766
// negate(-32768) → -32768
// next(-32768) → -32767
// previous(-32768) → 32767
// before(10) → 19
