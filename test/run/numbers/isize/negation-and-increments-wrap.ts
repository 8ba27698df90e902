'use mixmod';
import { isize } from 'mixmod';
export function negate(a: isize): isize { return -a; }
export function next(a: isize): isize { a++; return a; }
export function previous(a: isize): isize { return --a; }
export function before(a: isize): isize { return a-- + a; }
// negate(0) → 0
// next(0) → 1
// previous(0) → -1
// negate(5) → -5
// next(5) → 6
// previous(5) → 4
// negate(9007199254740991) → -9007199254740991
// next(9007199254740991) → 9007199254740992
// previous(9007199254740991) → 9007199254740990
// negate(-9007199254740991) → 9007199254740991
// next(-9007199254740991) → -9007199254740990
// previous(-9007199254740991) → -9007199254740992
// before(10) → 19
