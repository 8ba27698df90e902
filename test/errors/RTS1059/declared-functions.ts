'use mixmod';
import { i32 } from 'mixmod';
declare function f(a: i32): i32; // error RTS1059: `declare` is not part of RTypeScript
export function g(): i32 { return f(1); }
