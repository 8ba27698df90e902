'use mixmod';
import { u64 } from 'mixmod';
export function negate(a: u64): u64 { return -a; }
export function next(a: u64): u64 { a++; return a; }
export function previous(a: u64): u64 { return --a; }
export function before(a: u64): u64 { return a-- + a; }
// negate(0n) → 0n
// next(0n) → 1n
// previous(0n) → 18446744073709551615n
// negate(5n) → 18446744073709551611n
// next(5n) → 6n
// previous(5n) → 4n
// negate(18446744073709551615n) → 1n
// next(18446744073709551615n) → 0n
// previous(18446744073709551615n) → 18446744073709551614n
// negate(0n) → 0n
// next(0n) → 1n
// previous(0n) → 18446744073709551615n
// before(10n) → 19n
