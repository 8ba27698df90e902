'use mixmod';
import { i32 } from 'mixmod';
let log: i32 = 0;
function note(digit: i32): i32 { log = log * 10 + digit; return digit; }
function array(a: Int32Array): Int32Array { note(1); return a; }
export function store(a: Int32Array): i32 { log = 0; array(a)[note(2)] = note(3); return log; }
export function add(a: Int32Array): i32 { log = 0; array(a)[note(2)] += note(4); return log; }
// a = new Int32Array(4) → Int32Array(4) [ 0, 0, 0, 0 ]
// store(a) → 123
// add(a) → 124
// a → Int32Array(4) [ 0, 0, 7, 0 ]
