'use mixmod';
import { i16 } from 'mixmod';
export function div(a: i16, b: i16): i16 { return a / b; }
export function rem(a: i16, b: i16): i16 { return a % b; }
// div(7, 2) → 3
// rem(7, 2) → 1
// div(32767, 3) → 10922
// rem(32767, 10) → 7
// div(0, 5) → 0
// div(1, 0) → RangeError: division by zero
// rem(1, 0) → RangeError: division by zero
// div(0, 0) → RangeError: division by zero
// div(-7, 2) → -3
// rem(-7, 2) → -1
// div(7, -2) → -3
// rem(7, -2) → 1
// div(-32768, -1) → -32768
// rem(-32768, -1) → 0
// rem(-4, 2) → 0
// div(-1, 2) → 0
