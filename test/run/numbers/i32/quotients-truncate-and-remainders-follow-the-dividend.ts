'use mixmod';
import { i32 } from 'mixmod';
export function div(a: i32, b: i32): i32 { return a / b; }
export function rem(a: i32, b: i32): i32 { return a % b; }
// div(7, 2) → 3
// rem(7, 2) → 1
// div(2147483647, 3) → 715827882
// rem(2147483647, 10) → 7
// div(0, 5) → 0
// div(1, 0) → RangeError: division by zero
// rem(1, 0) → RangeError: division by zero
// div(0, 0) → RangeError: division by zero
// div(-7, 2) → -3
// rem(-7, 2) → -1
// div(7, -2) → -3
// rem(7, -2) → 1
// div(-2147483648, -1) → -2147483648
// rem(-2147483648, -1) → 0
// rem(-4, 2) → 0
// div(-1, 2) → 0
