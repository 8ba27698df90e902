'use mixmod';
import { i32 } from 'mixmod';
function toString(a: i32): i32 { return a; }
function constructor(a: i32): i32 { return a * 2; }
export function hasOwnProperty(valueOf: i32): i32 { return toString(valueOf) + constructor(valueOf); }
// hasOwnProperty(3) → 9
