'use mixmod';
import { i64, u32, u64 } from 'mixmod';
export function low(a: u64): u32 { return u32(a); }
export function high(a: u64): u32 { return u32(a >> 32n); }
export function join(high: u32, low: u32): u64 { return (u64(high) << 32n) | u64(low); }
export function signed(a: u64): i64 { return i64(a); }
// low(18446744069414584321n) → 1
// high(18446744069414584321n) → 4294967295
// join(1, 2) → 4294967298n
// signed(18446744073709551615n) → -1n
