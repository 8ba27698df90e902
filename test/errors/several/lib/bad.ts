'use mixmod';
import { i32, i8 } from 'mixmod';
export function bad(a: i32): i8 { return a; } // error RTS2004: i32 does not become i8 by itself
export function worse(a: any): void {} // error RTS1002: the type `any` is not part of RTypeScript
