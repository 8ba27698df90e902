'use mixmod';
import { i8 } from 'mixmod';
export function less(a: i8, b: i8): boolean { return a < b; }
export function atMost(a: i8, b: i8): boolean { return a <= b; }
export function equal(a: i8, b: i8): boolean { return a === b; }
export function differ(a: i8, b: i8): boolean { return a !== b; }
export function more(a: i8, b: i8): boolean { return a > b; }
export function atLeast(a: i8, b: i8): boolean { return a >= b; }
// less(-128, 127) → true
// atMost(-128, 127) → true
// equal(-128, 127) → false
// differ(-128, 127) → true
// more(-128, 127) → false
// less(127, -128) → false
// atMost(127, -128) → false
// equal(127, -128) → false
// differ(127, -128) → true
// more(127, -128) → true
// less(127, 127) → false
// atMost(127, 127) → true
// equal(127, 127) → true
// differ(127, 127) → false
// more(127, 127) → false
// atLeast(127, 127) → true
// less(1, 2) → true
// atMost(1, 2) → true
// equal(1, 2) → false
// differ(1, 2) → true
// more(1, 2) → false
// less(-1, 1) → true
// atMost(-1, 1) → true
// equal(-1, 1) → false
// differ(-1, 1) → true
// more(-1, 1) → false
// less(0, -1) → false
// atMost(0, -1) → false
// equal(0, -1) → false
// differ(0, -1) → true
// more(0, -1) → true
