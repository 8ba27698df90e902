'use mixmod';
import { i64 } from 'mixmod';
export function f(a: i64): i64 { return a; }
// f(9223372036854775807n) → 9223372036854775807n
// f(-9223372036854775808n) → -9223372036854775808n
// f(9223372036854775808n) → RangeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got 9223372036854775808n
// f(-9223372036854775809n) → RangeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got -9223372036854775809n
// f(1) → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got number
// f() → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got undefined
// f(null) → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got null
// f('1') → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got string
// f([1]) → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got Array
// f({}) → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got Object
// f(true) → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got symbol
