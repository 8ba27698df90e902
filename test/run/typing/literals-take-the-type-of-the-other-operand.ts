'use mixmod';
import { f32, i32, i64, u8 } from 'mixmod';
export function addOne(a: i32): i32 { return a + 1; }
export function oneMinus(a: u8): u8 { return 1 - a; }
export function half(a: i32): i32 { return a / 2; }
export function scaled(a: f32): f32 { return a * 0.1; }
export function wide(a: i64): i64 { return a * 3n; }
// addOne(2147483647) → -2147483648
// oneMinus(3) → 254
// half(7) → 3
// half(-7) → -3
// scaled(1) → 0.10000000149011612
// wide(9223372036854775807n) → 9223372036854775805n
