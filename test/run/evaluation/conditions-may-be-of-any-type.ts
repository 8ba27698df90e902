'use mixmod';
import { f32, i32, i64 } from 'mixmod';
export function number(a: number): boolean { return a ? true : false; }
export function big(a: i64): boolean { return a ? true : false; }
export function text(a: string): boolean { return a ? true : false; }
export function none(a: i32 | null): boolean { return a ? true : false; }
export function not(a: f32): boolean { return !a; }
// number(0) → false
// number(-0) → false
// number(NaN) → false
// number(-1) → true
// big(0n) → false
// big(-9223372036854775808n) → true
// text('') → false
// text('0') → true
// none(null) → false
// none(0) → false
// none(7) → true
// not(NaN) → true
// not(1e-46) → true
// not(1e-45) → false
