'use mixmod';
import { i64 } from 'mixmod';
export function div(a: i64, b: i64): i64 { return a / b; }
export function rem(a: i64, b: i64): i64 { return a % b; }
// div(7n, 2n) → 3n
// rem(7n, 2n) → 1n
// div(9223372036854775807n, 3n) → 3074457345618258602n
// rem(9223372036854775807n, 10n) → 7n
// div(0n, 5n) → 0n
// div(1n, 0n) → RangeError: division by zero
// rem(1n, 0n) → RangeError: division by zero
// div(0n, 0n) → RangeError: division by zero
// div(-7n, 2n) → -3n
// rem(-7n, 2n) → -1n
// div(7n, -2n) → -3n
// rem(7n, -2n) → 1n
// div(-9223372036854775808n, -1n) → -9223372036854775808n
// rem(-9223372036854775808n, -1n) → 0n
// rem(-4n, 2n) → 0n
// div(-1n, 2n) → 0n
