'use mixmod';
import { i32 } from 'mixmod';
import { bad } from './lib/bad.ts';
// error RTS2004: number does not become i32 by itself
export function f(a: number): i32 { return a; }
// error RTS1001: TypeScript: Cannot find name 'missing'. (TS2304)
export function h(): i32 { return missing; }
export function g(): i32 { return bad(1); }
