'use mixmod';
import { i32 } from 'mixmod';
// error RTS1058: a signature without a body, or one of several that an interface or type parameters have
function f<T>(a: T): T;
function f(a: i32): i32 { return a; }
export function g(): i32 { return f(1); }
