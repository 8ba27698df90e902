'use mixmod';
import { f32, i32, i8, u64 } from 'mixmod';
const a: i8 = -5;
const b: u64 = 18446744073709551615n;
const c: f32 = 0.1;
const d = 'text';
const e = true;
const g: i32 | null = null;
export function small(): i8 { return a; }
export function large(): u64 { return b; }
export function single(): f32 { return c; }
export function text(): string { return d; }
export function flag(): boolean { return e; }
export function none(): i32 | null { return g; }
// small() → -5
// large() → 18446744073709551615n
// single() → 0.10000000149011612
// text() → 'text'
// flag() → true
// none() → null
