'use mixmod';
import { i32 } from 'mixmod';
// error RTS1058: overload signatures and functions without body are not part of RTypeScript
function f(a: i32): i32;
function f(a: i32): i32 { return a; }
export function g(): i32 { return f(1); }
