'use mixmod';
import { i32 } from 'mixmod';
let log: i32 = 0;
function note(digit: i32): i32 { log = log * 10 + digit; return digit; }
function three(a: i32, b: i32, c: i32): i32 { return a * b * c; }
export function run(): i32 { log = 0; return three(note(2), note(3), note(4)) + log * 100; }
// run() → 23424
