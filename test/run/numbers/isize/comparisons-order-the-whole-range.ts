'use mixmod';
import { isize } from 'mixmod';
export function less(a: isize, b: isize): boolean { return a < b; }
export function atMost(a: isize, b: isize): boolean { return a <= b; }
export function equal(a: isize, b: isize): boolean { return a === b; }
export function differ(a: isize, b: isize): boolean { return a !== b; }
export function more(a: isize, b: isize): boolean { return a > b; }
export function atLeast(a: isize, b: isize): boolean { return a >= b; }
// less(-9007199254740991, 9007199254740991) → true
// atMost(-9007199254740991, 9007199254740991) → true
// equal(-9007199254740991, 9007199254740991) → false
// differ(-9007199254740991, 9007199254740991) → true
// more(-9007199254740991, 9007199254740991) → false
// less(9007199254740991, -9007199254740991) → false
// atMost(9007199254740991, -9007199254740991) → false
// equal(9007199254740991, -9007199254740991) → false
// differ(9007199254740991, -9007199254740991) → true
// more(9007199254740991, -9007199254740991) → true
// less(9007199254740991, 9007199254740991) → false
// atMost(9007199254740991, 9007199254740991) → true
// equal(9007199254740991, 9007199254740991) → true
// differ(9007199254740991, 9007199254740991) → false
// more(9007199254740991, 9007199254740991) → false
// atLeast(9007199254740991, 9007199254740991) → true
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
