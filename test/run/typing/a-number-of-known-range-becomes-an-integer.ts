'use mixmod';
import { i16, i32, u32, u8 } from 'mixmod';
export function bits(x: number): i32 { return x | 0; }
export function unsigned(x: number): u32 { return x >>> 0; }
export function byte(x: number): u8 { return x & 255; }
export function first(a: Int16Array): i16 { return a[0]; }
export function count(a: Int16Array): i32 { return a.length & 0x7fffffff; }
// bits(4294967295.5) → -1
// unsigned(-1) → 4294967295
// byte(511.9) → 255
// first(new Int16Array([-5])) → -5
// count(new Int16Array(3)) → 3
