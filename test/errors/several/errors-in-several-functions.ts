'use mixmod';
import { i32, i8, u64 } from 'mixmod';
export function f(a: i32): i8 { return a; } // error RTS2004: i32 does not become i8 by itself
// error RTS2401: Uint8Array does not become text by itself
export function g(a: string, b: Uint8Array): string { return a + b; }
// error RTS2022: the value may be absent: its type is i32 | null
export function h(a: i32 | null): i32 { return a + 1; }
export function i(a: u64): u64 { return a >>> 1n; } // error RTS2010: `>>>` does not take u64
