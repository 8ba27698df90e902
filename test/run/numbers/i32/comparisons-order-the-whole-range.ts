'use mixmod';
import { i32 } from 'mixmod';
export function less(a: i32, b: i32): boolean { return a < b; }
export function atMost(a: i32, b: i32): boolean { return a <= b; }
export function equal(a: i32, b: i32): boolean { return a === b; }
export function differ(a: i32, b: i32): boolean { return a !== b; }
export function more(a: i32, b: i32): boolean { return a > b; }
export function atLeast(a: i32, b: i32): boolean { return a >= b; }
// less(-2147483648, 2147483647) → true
// atMost(-2147483648, 2147483647) → true
// equal(-2147483648, 2147483647) → false
// differ(-2147483648, 2147483647) → true
// more(-2147483648, 2147483647) → false
// less(2147483647, -2147483648) → false
// atMost(2147483647, -2147483648) → false
// equal(2147483647, -2147483648) → false
// differ(2147483647, -2147483648) → true
// more(2147483647, -2147483648) → true
// less(2147483647, 2147483647) → false
// atMost(2147483647, 2147483647) → true
// equal(2147483647, 2147483647) → true
// differ(2147483647, 2147483647) → false
// more(2147483647, 2147483647) → false
// atLeast(2147483647, 2147483647) → true
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
