'use mixmod';
import { i64 } from 'mixmod';
export function negate(a: i64): i64 { return -a; }
export function next(a: i64): i64 { a++; return a; }
export function previous(a: i64): i64 { return --a; }
export function before(a: i64): i64 { return a-- + a; }
// negate(0n) → 0n
// next(0n) → 1n
// previous(0n) → -1n
// negate(5n) → -5n
// next(5n) → 6n
// previous(5n) → 4n
// negate(9223372036854775807n) → -9223372036854775807n
// next(9223372036854775807n) → -9223372036854775808n
// previous(9223372036854775807n) → 9223372036854775806n
// negate(-9223372036854775808n) → -9223372036854775808n
// next(-9223372036854775808n) → -9223372036854775807n
// previous(-9223372036854775808n) → 9223372036854775807n
// before(10n) → 19n
