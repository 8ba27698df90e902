'use mixmod';
import { i32 } from 'mixmod';
let log: i32 = 0;
function note(digit: i32): i32 { log = log * 10 + digit; return digit; }
export function store(a: Int32Array): void { a[9] = note(5); }
export function seen(): i32 { return log; }
// store(new Int32Array(2)) → RangeError: index 9 is out of range for length 2
// seen() → 5
