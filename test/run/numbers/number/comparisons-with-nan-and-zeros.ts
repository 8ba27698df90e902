'use mixmod';
import {  } from 'mixmod';
export function less(a: number, b: number): boolean { return a < b; }
export function atMost(a: number, b: number): boolean { return a <= b; }
export function equal(a: number, b: number): boolean { return a === b; }
export function differ(a: number, b: number): boolean { return a !== b; }
export function more(a: number, b: number): boolean { return a > b; }
export function atLeast(a: number, b: number): boolean { return a >= b; }
// less(NaN, NaN) → false
// atMost(NaN, NaN) → false
// equal(NaN, NaN) → false
// differ(NaN, NaN) → true
// more(NaN, NaN) → false
// atLeast(NaN, NaN) → false
// less(NaN, 1) → false
// atMost(NaN, 1) → false
// equal(NaN, 1) → false
// differ(NaN, 1) → true
// more(NaN, 1) → false
// atLeast(NaN, 1) → false
// less(-0, 0) → false
// atMost(-0, 0) → true
// equal(-0, 0) → true
// differ(-0, 0) → false
// more(-0, 0) → false
// atLeast(-0, 0) → true
// less(1, 2) → true
// atMost(1, 2) → true
// equal(1, 2) → false
// differ(1, 2) → true
// more(1, 2) → false
// atLeast(1, 2) → false
// less(-Infinity, Infinity) → true
// atMost(-Infinity, Infinity) → true
// equal(-Infinity, Infinity) → false
// differ(-Infinity, Infinity) → true
// more(-Infinity, Infinity) → false
// atLeast(-Infinity, Infinity) → false
