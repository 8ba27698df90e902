'use mixmod';
import { i32 } from 'mixmod';
// error RTS1058: overload signatures and functions without body are not part of RTypeScript
export function f(a: i32): i32;
