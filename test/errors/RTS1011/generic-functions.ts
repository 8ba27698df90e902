'use mixmod';
import { i32 } from 'mixmod';
// error RTS1011: generic functions and types are not part of RTypeScript
function same<T>(a: T): T { return a; }
export function f(a: i32): i32 { return same(a); }
