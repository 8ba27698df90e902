'use mixmod';
import { u16 } from 'mixmod';
export function less(a: u16, b: u16): boolean { return a < b; }
export function atMost(a: u16, b: u16): boolean { return a <= b; }
export function equal(a: u16, b: u16): boolean { return a === b; }
export function differ(a: u16, b: u16): boolean { return a !== b; }
export function more(a: u16, b: u16): boolean { return a > b; }
export function atLeast(a: u16, b: u16): boolean { return a >= b; }
// less(0, 65535) → true
// atMost(0, 65535) → true
// equal(0, 65535) → false
// differ(0, 65535) → true
// more(0, 65535) → false
// less(65535, 0) → false
// atMost(65535, 0) → false
// equal(65535, 0) → false
// differ(65535, 0) → true
// more(65535, 0) → true
// less(65535, 65535) → false
// atMost(65535, 65535) → true
// equal(65535, 65535) → true
// differ(65535, 65535) → false
// more(65535, 65535) → false
// atLeast(65535, 65535) → true
// less(1, 2) → true
// atMost(1, 2) → true
// equal(1, 2) → false
// differ(1, 2) → true
// more(1, 2) → false
// less(65535, 1) → false
// atMost(65535, 1) → false
// equal(65535, 1) → false
// differ(65535, 1) → true
// more(65535, 1) → true
// less(65534, 65535) → true
// atMost(65534, 65535) → true
// equal(65534, 65535) → false
// differ(65534, 65535) → true
// more(65534, 65535) → false
