'use mixmod';
import { f32, i32 } from 'mixmod';
export function f(a: boolean): i32 { return a; } // error RTS2005: boolean is not i32
export function g(a: i32): string { return a; } // error RTS2005: i32 is not string
export function h(a: f32): i32 { return a; } // error RTS2004: f32 does not become i32 by itself
export function i(): Uint8Array { return null; } // error RTS2005: null is not Uint8Array
