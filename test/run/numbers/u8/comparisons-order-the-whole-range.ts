'use mixmod';
import { u8 } from 'mixmod';
export function less(a: u8, b: u8): boolean { return a < b; }
export function atMost(a: u8, b: u8): boolean { return a <= b; }
export function equal(a: u8, b: u8): boolean { return a === b; }
export function differ(a: u8, b: u8): boolean { return a !== b; }
export function more(a: u8, b: u8): boolean { return a > b; }
export function atLeast(a: u8, b: u8): boolean { return a >= b; }
// less(0, 255) → true
// atMost(0, 255) → true
// equal(0, 255) → false
// differ(0, 255) → true
// more(0, 255) → false
// less(255, 0) → false
// atMost(255, 0) → false
// equal(255, 0) → false
// differ(255, 0) → true
// more(255, 0) → true
// less(255, 255) → false
// atMost(255, 255) → true
// equal(255, 255) → true
// differ(255, 255) → false
// more(255, 255) → false
// atLeast(255, 255) → true
// less(1, 2) → true
// atMost(1, 2) → true
// equal(1, 2) → false
// differ(1, 2) → true
// more(1, 2) → false
// less(255, 1) → false
// atMost(255, 1) → false
// equal(255, 1) → false
// differ(255, 1) → true
// more(255, 1) → true
// less(254, 255) → true
// atMost(254, 255) → true
// equal(254, 255) → false
// differ(254, 255) → true
// more(254, 255) → false
