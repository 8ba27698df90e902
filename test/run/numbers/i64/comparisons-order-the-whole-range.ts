'use mixmod';
import { i64 } from 'mixmod';
export function less(a: i64, b: i64): boolean { return a < b; }
export function atMost(a: i64, b: i64): boolean { return a <= b; }
export function equal(a: i64, b: i64): boolean { return a === b; }
export function differ(a: i64, b: i64): boolean { return a !== b; }
export function more(a: i64, b: i64): boolean { return a > b; }
export function atLeast(a: i64, b: i64): boolean { return a >= b; }
// less(-9223372036854775808n, 9223372036854775807n) → true
// atMost(-9223372036854775808n, 9223372036854775807n) → true
// equal(-9223372036854775808n, 9223372036854775807n) → false
// differ(-9223372036854775808n, 9223372036854775807n) → true
// more(-9223372036854775808n, 9223372036854775807n) → false
// less(9223372036854775807n, -9223372036854775808n) → false
// atMost(9223372036854775807n, -9223372036854775808n) → false
// equal(9223372036854775807n, -9223372036854775808n) → false
// differ(9223372036854775807n, -9223372036854775808n) → true
// more(9223372036854775807n, -9223372036854775808n) → true
// less(9223372036854775807n, 9223372036854775807n) → false
// atMost(9223372036854775807n, 9223372036854775807n) → true
// equal(9223372036854775807n, 9223372036854775807n) → true
// differ(9223372036854775807n, 9223372036854775807n) → false
// more(9223372036854775807n, 9223372036854775807n) → false
// atLeast(9223372036854775807n, 9223372036854775807n) → true
// less(1n, 2n) → true
// atMost(1n, 2n) → true
// equal(1n, 2n) → false
// differ(1n, 2n) → true
// more(1n, 2n) → false
// less(-1n, 1n) → true
// atMost(-1n, 1n) → true
// equal(-1n, 1n) → false
// differ(-1n, 1n) → true
// more(-1n, 1n) → false
// less(0n, -1n) → false
// atMost(0n, -1n) → false
// equal(0n, -1n) → false
// differ(0n, -1n) → true
// more(0n, -1n) → true
