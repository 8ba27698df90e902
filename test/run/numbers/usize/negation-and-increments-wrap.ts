'use mixmod';
import { usize } from 'mixmod';
export function negate(a: usize): usize { return -a; }
export function next(a: usize): usize { a++; return a; }
export function previous(a: usize): usize { return --a; }
export function before(a: usize): usize { return a-- + a; }
// negate(0) → 0
// next(0) → 1
// previous(0) → 18446744073709552000
// negate(5) → 18446744073709552000
// next(5) → 6
// previous(5) → 4
// negate(9007199254740991) → 18437736874454810000
// next(9007199254740991) → 9007199254740992
// previous(9007199254740991) → 9007199254740990
// negate(0) → 0
// next(0) → 1
// previous(0) → 18446744073709552000
// before(10) → 19
