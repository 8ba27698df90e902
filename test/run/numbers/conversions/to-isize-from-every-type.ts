'use mixmod';
import { f32, f64, i16, i32, i64, i8, isize, u16, u32, u64, u8, usize } from 'mixmod';
export function from_i8(a: i8): isize { return isize(a); }
export function from_i16(a: i16): isize { return isize(a); }
export function from_i32(a: i32): isize { return isize(a); }
export function from_i64(a: i64): isize { return isize(a); }
export function from_u8(a: u8): isize { return isize(a); }
export function from_u16(a: u16): isize { return isize(a); }
export function from_u32(a: u32): isize { return isize(a); }
export function from_u64(a: u64): isize { return isize(a); }
export function from_usize(a: usize): isize { return isize(a); }
export function from_f32(a: f32): isize { return isize(a); }
export function from_f64(a: f64): isize { return isize(a); }
export function from_boolean(a: boolean): isize { return isize(a); }
// from_i8(0) → 0
// from_i8(1) → 1
// from_i8(127) → 127
// from_i8(127) → 127
// from_i8(-1) → -1
// from_i8(-128) → -128
// from_i16(0) → 0
// from_i16(1) → 1
// from_i16(200) → 200
// from_i16(32767) → 32767
// from_i16(-1) → -1
// from_i16(-32768) → -32768
// from_i32(0) → 0
// from_i32(1) → 1
// from_i32(200) → 200
// from_i32(2147483647) → 2147483647
// from_i32(-1) → -1
// from_i32(-2147483648) → -2147483648
// from_i64(0n) → 0
// from_i64(1n) → 1
// from_i64(200n) → 200
// from_i64(9223372036854775807n) → 9223372036854776000
// from_i64(-1n) → -1
// from_i64(-9223372036854775808n) → -9223372036854776000
// from_u8(0) → 0
// from_u8(1) → 1
// from_u8(200) → 200
// from_u8(255) → 255
// from_u16(0) → 0
// from_u16(1) → 1
// from_u16(200) → 200
// from_u16(65535) → 65535
// from_u32(0) → 0
// from_u32(1) → 1
// from_u32(200) → 200
// from_u32(4294967295) → 4294967295
// from_u64(0n) → 0
// from_u64(1n) → 1
// from_u64(200n) → 200
// from_u64(18446744073709551615n) → -1
// from_usize(0) → 0
// from_usize(1) → 1
// from_usize(200) → 200
// from_usize(9007199254740991) → 9007199254740991
// from_f32(0) → 0
// from_f32(-0) → 0
// from_f32(2.9) → 2
// from_f32(-2.9) → -2
// from_f32(300.5) → 300
// from_f32(NaN) → 0
// from_f32(Infinity) → 0
// from_f32(-Infinity) → 0
// from_f32(2147483648) → 2147483648
// from_f32(-2147484160) → -2147484160
// from_f32(4294967808) → 4294967808
// from_f32(100000000000000000000) → 7766281635539976000
// from_f64(0) → 0
// from_f64(-0) → 0
// from_f64(2.9) → 2
// from_f64(-2.9) → -2
// from_f64(300.5) → 300
// from_f64(NaN) → 0
// from_f64(Infinity) → 0
// from_f64(-Infinity) → 0
// from_f64(2147483648) → 2147483648
// from_f64(-2147484160) → -2147484160
// from_f64(4294967808) → 4294967808
// from_f64(100000000000000000000) → 7766279631452242000
// from_boolean(true) → 1
// from_boolean(false) → 0
