'use mixmod';
// `i64` and `u64` are bigints; each bit arrives.
import { type i64, type u64 } from 'mixmod';
export function signed(x: i64): i64 { return x; }
export function unsigned(x: u64): u64 { return x; }
export function sum(a: i64, b: i64): i64 { return a + b; }
export function all(items: i64[]): i64[] { return items; }
export function record(r: { a: u64; b: i64 | null }): { a: u64; b: i64 | null } { return r; }
// [0n, -0n, 1n, -1n, 100n, 2121n, -1233n, 986583n, -976675n].map(signed) → [ 0n, 0n, 1n, -1n, 100n, 2121n, -1233n, 986583n, -976675n ]
// [2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)].map(signed) → [ 2147483648n, 4294967296n, 9007199254740992n, 9007199254740993n, 9223372036854775807n, -9223372036854775808n ]
// [0n, 2n ** 63n, 2n ** 64n - 1n].map(unsigned) → [ 0n, 9223372036854775808n, 18446744073709551615n ]
// signed(2n ** 63n) → RangeError: signed: argument 1 (x) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got 9223372036854775808n
// signed(-(2n ** 63n) - 1n) → RangeError: signed: argument 1 (x) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got -9223372036854775809n
// signed(2n ** 64n) → RangeError: signed: argument 1 (x) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got 18446744073709551616n
// signed(2n ** 128n) → RangeError: signed: argument 1 (x) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got 340282366920938463463374607431768211456n
// unsigned(-1n) → RangeError: unsigned: argument 1 (x) must be a u64 (a bigint from 0n to 18446744073709551615n), got -1n
// unsigned(2n ** 64n) → RangeError: unsigned: argument 1 (x) must be a u64 (a bigint from 0n to 18446744073709551615n), got 18446744073709551616n
// signed(1) → TypeError: signed: argument 1 (x) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got number
// signed(Object(1n)) → TypeError: signed: argument 1 (x) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got BigInt
// sum(2n ** 62n, 2n ** 62n) → -9223372036854775808n
// sum(-1n, 1n) → 0n
// all([1n, -(2n ** 63n)]) → [ 1n, -9223372036854775808n ]
// record({ a: 2n ** 64n - 1n, b: null }) → { a: 18446744073709551615n, b: null }
// record({ a: 1n, b: -(2n ** 32n) }) → { a: 1n, b: -4294967296n }
