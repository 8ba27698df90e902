'use mixmod';
import { i16, i32, i8, isize, u32, u8 } from 'mixmod';
export function signed(a: i8, b: i32): i32 { return a + b; }
export function unsigned(a: u8, b: u32): u32 { return a * b; }
export function half(a: i16, b: i8): i16 { return a - b; }
export function toIsize(a: i32, b: isize): isize { return a * b; }
// signed(-128, 2147483647) → 2147483519
// unsigned(255, 4294967295) → 4294967041
// half(-32768, 1) → 32767
// toIsize(-2147483648, 2147483648) → -4611686018427388000
