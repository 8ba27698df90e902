'use mixmod';
import { i32 } from 'mixmod';
export function negate(a: i32): i32 { return -a; }
export function next(a: i32): i32 { a++; return a; }
export function previous(a: i32): i32 { return --a; }
export function before(a: i32): i32 { return a-- + a; }
// negate(0) → 0
// next(0) → 1
// previous(0) → -1
// negate(5) → -5
// next(5) → 6
// previous(5) → 4
// negate(2147483647) → -2147483647
// next(2147483647) → -2147483648
// previous(2147483647) → 2147483646
// negate(-2147483648) → -2147483648
// next(-2147483648) → -2147483647
// previous(-2147483648) → 2147483647
// before(10) → 19
