'use mixmod';
import { u64 } from 'mixmod';
export function f(a: u64): u64 { return a; }
// f(18446744073709551615n) → 18446744073709551615n
// f(0n) → 0n
// f(18446744073709551616n) → RangeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got 18446744073709551616n
// f(-1n) → RangeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got -1n
// f(1) → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got number
// f() → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got undefined
// f(null) → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got null
// f('1') → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got string
// f([1]) → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got Array
// f({}) → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got Object
// f(true) → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be a u64 (a bigint from 0n to 18446744073709551615n), got symbol
