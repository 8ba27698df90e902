'use mixmod';
import { i32, u8, isize } from 'mixmod';
// error RTS1006: the union type string | Uint8Array is not part of RTypeScript
export function f(a: Uint8Array | string): void {}
// error RTS1006: the union type string | isize is not part of RTypeScript
export function g(a: isize | string): void {}
// error RTS1006: the union type string[] | boolean[] is not part of RTypeScript
export function h(a: string[] | boolean[]): void {}
// error RTS1006: the union type string | i32 | u8 is not part of RTypeScript
export function k(a: string | i32 | u8): void {}
