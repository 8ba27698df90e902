'use mixmod';
import { i32 } from 'mixmod';
// error RTS1058: a signature without a body, or one of several that an interface or type parameters have
export function f(a: i32): i32;
