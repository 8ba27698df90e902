'use mixmod';
import { u32 } from 'mixmod';
export function less(a: u32, b: u32): boolean { return a < b; }
export function atMost(a: u32, b: u32): boolean { return a <= b; }
export function equal(a: u32, b: u32): boolean { return a === b; }
export function differ(a: u32, b: u32): boolean { return a !== b; }
export function more(a: u32, b: u32): boolean { return a > b; }
export function atLeast(a: u32, b: u32): boolean { return a >= b; }
// less(0, 4294967295) → true
// atMost(0, 4294967295) → true
// equal(0, 4294967295) → false
// differ(0, 4294967295) → true
// more(0, 4294967295) → false
// less(4294967295, 0) → false
// atMost(4294967295, 0) → false
// equal(4294967295, 0) → false
// differ(4294967295, 0) → true
// more(4294967295, 0) → true
// less(4294967295, 4294967295) → false
// atMost(4294967295, 4294967295) → true
// equal(4294967295, 4294967295) → true
// differ(4294967295, 4294967295) → false
// more(4294967295, 4294967295) → false
// atLeast(4294967295, 4294967295) → true
// less(1, 2) → true
// atMost(1, 2) → true
// equal(1, 2) → false
// differ(1, 2) → true
// more(1, 2) → false
// less(4294967295, 1) → false
// atMost(4294967295, 1) → false
// equal(4294967295, 1) → false
// differ(4294967295, 1) → true
// more(4294967295, 1) → true
// less(4294967294, 4294967295) → true
// atMost(4294967294, 4294967295) → true
// equal(4294967294, 4294967295) → false
// differ(4294967294, 4294967295) → true
// more(4294967294, 4294967295) → false
