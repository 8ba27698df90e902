'use mixmod';
import { i32 } from 'mixmod';
import { bad } from './lib/bad.ts';
export function f(a: number): i32 { return a; } // error RTS2004: f64 does not become i32 by itself
export function g(): i32 { return bad(1); }
