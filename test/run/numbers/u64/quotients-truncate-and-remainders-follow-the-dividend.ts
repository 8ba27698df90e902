'use mixmod';
import { u64 } from 'mixmod';
export function div(a: u64, b: u64): u64 { return a / b; }
export function rem(a: u64, b: u64): u64 { return a % b; }
// div(7n, 2n) → 3n
// rem(7n, 2n) → 1n
// div(18446744073709551615n, 3n) → 6148914691236517205n
// rem(18446744073709551615n, 10n) → 5n
// div(0n, 5n) → 0n
// div(1n, 0n) → RangeError: division by zero
// rem(1n, 0n) → RangeError: division by zero
// div(0n, 0n) → RangeError: division by zero
// div(18446744073709551615n, 18446744073709551615n) → 1n
