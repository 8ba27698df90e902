'use mixmod';
import { usize } from 'mixmod';
export function less(a: usize, b: usize): boolean { return a < b; }
export function atMost(a: usize, b: usize): boolean { return a <= b; }
export function equal(a: usize, b: usize): boolean { return a === b; }
export function differ(a: usize, b: usize): boolean { return a !== b; }
export function more(a: usize, b: usize): boolean { return a > b; }
export function atLeast(a: usize, b: usize): boolean { return a >= b; }
// less(0, 9007199254740991) → true
// atMost(0, 9007199254740991) → true
// equal(0, 9007199254740991) → false
// differ(0, 9007199254740991) → true
// more(0, 9007199254740991) → false
// less(9007199254740991, 0) → false
// atMost(9007199254740991, 0) → false
// equal(9007199254740991, 0) → false
// differ(9007199254740991, 0) → true
// more(9007199254740991, 0) → true
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
// less(9007199254740991, 1) → false
// atMost(9007199254740991, 1) → false
// equal(9007199254740991, 1) → false
// differ(9007199254740991, 1) → true
// more(9007199254740991, 1) → true
// less(9007199254740990, 9007199254740991) → true
// atMost(9007199254740990, 9007199254740991) → true
// equal(9007199254740990, 9007199254740991) → false
// differ(9007199254740990, 9007199254740991) → true
// more(9007199254740990, 9007199254740991) → false
