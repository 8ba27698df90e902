// rarithmetic: the upper half of a product, leading zeros, and the bits of a number.
'use mixmod';
import { i64, rarithmetic, u64 } from 'mixmod';

export function high(a: u64, b: u64): u64 { return rarithmetic.uint_mul_high(a, b); }
export function squareHigh(): u64 { return rarithmetic.uint_mul_high(0xffffffffffffffffn, 0xffffffffffffffffn); }
export function zeros(a: u64): u64 { return rarithmetic.count_leading_zeros(a); }
export function bits(x: number): i64 { return rarithmetic.float2longlong(x); }
export function fromBits(n: i64): number { return rarithmetic.longlong2float(n); }
export function next(x: number): number {
  return rarithmetic.longlong2float(rarithmetic.float2longlong(x) + 1n);
}
// high(0xffffffffffffffffn, 0xffffffffffffffffn) → 18446744073709551614n
// high(0x123456789abcdef0n, 16n) → 1n
// high(1n, 2n) → 0n
// squareHigh() → 18446744073709551614n
// zeros(0n) → 64n
// zeros(1n) → 63n
// zeros(0x8000000000000000n) → 0n
// zeros(0x7fffffffffffffffn) → 1n
// bits(1) → 4607182418800017408n
// bits(-0) → -9223372036854775808n
// bits(-1.5) → -4613937818241073152n
// fromBits(1n) → 5e-324
// fromBits(-1n) → NaN
// fromBits(0x7ff0000000000000n) → Infinity
// next(1) → 1.0000000000000002
