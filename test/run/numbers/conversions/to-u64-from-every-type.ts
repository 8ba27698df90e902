'use mixmod';
import { f32, f64, i16, i32, i64, i8, isize, u16, u32, u64, u8, usize } from 'mixmod';
export function from_i8(a: i8): u64 { return u64(a); }
export function from_i16(a: i16): u64 { return u64(a); }
export function from_i32(a: i32): u64 { return u64(a); }
export function from_i64(a: i64): u64 { return u64(a); }
export function from_isize(a: isize): u64 { return u64(a); }
export function from_u8(a: u8): u64 { return u64(a); }
export function from_u16(a: u16): u64 { return u64(a); }
export function from_u32(a: u32): u64 { return u64(a); }
export function from_usize(a: usize): u64 { return u64(a); }
export function from_f32(a: f32): u64 { return u64(a); }
export function from_f64(a: f64): u64 { return u64(a); }
export function from_boolean(a: boolean): u64 { return u64(a); }
// from_i8(0) → 0n
// from_i8(1) → 1n
// from_i8(127) → 127n
// from_i8(127) → 127n
// from_i8(-1) → 18446744073709551615n
// from_i8(-128) → 18446744073709551488n
// from_i16(0) → 0n
// from_i16(1) → 1n
// from_i16(200) → 200n
// from_i16(32767) → 32767n
// from_i16(-1) → 18446744073709551615n
// from_i16(-32768) → 18446744073709518848n
// from_i32(0) → 0n
// from_i32(1) → 1n
// from_i32(200) → 200n
// from_i32(2147483647) → 2147483647n
// from_i32(-1) → 18446744073709551615n
// from_i32(-2147483648) → 18446744071562067968n
// from_i64(0n) → 0n
// from_i64(1n) → 1n
// from_i64(200n) → 200n
// from_i64(9223372036854775807n) → 9223372036854775807n
// from_i64(-1n) → 18446744073709551615n
// from_i64(-9223372036854775808n) → 9223372036854775808n
// from_isize(0) → 0n
// from_isize(1) → 1n
// from_isize(200) → 200n
// from_isize(9007199254740991) → 9007199254740991n
// from_isize(-1) → 18446744073709551615n
// from_isize(-9007199254740991) → 18437736874454810625n
// from_u8(0) → 0n
// from_u8(1) → 1n
// from_u8(200) → 200n
// from_u8(255) → 255n
// from_u16(0) → 0n
// from_u16(1) → 1n
// from_u16(200) → 200n
// from_u16(65535) → 65535n
// from_u32(0) → 0n
// from_u32(1) → 1n
// from_u32(200) → 200n
// from_u32(4294967295) → 4294967295n
// from_usize(0) → 0n
// from_usize(1) → 1n
// from_usize(200) → 200n
// from_usize(9007199254740991) → 9007199254740991n
// from_f32(0) → 0n
// from_f32(-0) → 0n
// from_f32(2.9) → 2n
// from_f32(-2.9) → 18446744073709551614n
// from_f32(300.5) → 300n
// from_f32(NaN) → 0n
// from_f32(Infinity) → 0n
// from_f32(-Infinity) → 0n
// from_f32(2147483648) → 2147483648n
// from_f32(-2147484160) → 18446744071562067456n
// from_f32(4294967808) → 4294967808n
// from_f32(100000000000000000000) → 7766281635539976192n
// from_f64(0) → 0n
// from_f64(-0) → 0n
// from_f64(2.9) → 2n
// from_f64(-2.9) → 18446744073709551614n
// from_f64(300.5) → 300n
// from_f64(NaN) → 0n
// from_f64(Infinity) → 0n
// from_f64(-Infinity) → 0n
// from_f64(2147483648) → 2147483648n
// from_f64(-2147484160) → 18446744071562067456n
// from_f64(4294967808) → 4294967808n
// from_f64(100000000000000000000) → 7766279631452241920n
// from_boolean(true) → 1n
// from_boolean(false) → 0n
