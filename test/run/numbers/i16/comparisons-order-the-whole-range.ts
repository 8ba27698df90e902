'use mixmod';
import { i16 } from 'mixmod';
export function less(a: i16, b: i16): boolean { return a < b; }
export function atMost(a: i16, b: i16): boolean { return a <= b; }
export function equal(a: i16, b: i16): boolean { return a === b; }
export function differ(a: i16, b: i16): boolean { return a !== b; }
export function more(a: i16, b: i16): boolean { return a > b; }
export function atLeast(a: i16, b: i16): boolean { return a >= b; }
// less(-32768, 32767) → true
// atMost(-32768, 32767) → true
// equal(-32768, 32767) → false
// differ(-32768, 32767) → true
// more(-32768, 32767) → false
// less(32767, -32768) → false
// atMost(32767, -32768) → false
// equal(32767, -32768) → false
// differ(32767, -32768) → true
// more(32767, -32768) → true
// less(32767, 32767) → false
// atMost(32767, 32767) → true
// equal(32767, 32767) → true
// differ(32767, 32767) → false
// more(32767, 32767) → false
// atLeast(32767, 32767) → true
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
