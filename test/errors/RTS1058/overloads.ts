'use mixmod';
import { i32 } from 'mixmod';
function f(a: i32): i32;
function f(a: i32): i32 { return a; }
export function g(): i32 { return f(1); }
