'use mixmod';
import { i8 } from 'mixmod';
export function div(a: i8, b: i8): i8 { return a / b; }
export function rem(a: i8, b: i8): i8 { return a % b; }
// div(7, 2) → 3
// rem(7, 2) → 1
// div(127, 3) → 42
// rem(127, 10) → 7
// div(0, 5) → 0
// div(1, 0) → RangeError: division by zero
// rem(1, 0) → RangeError: division by zero
// div(0, 0) → RangeError: division by zero
// div(-7, 2) → -3
// rem(-7, 2) → -1
// div(7, -2) → -3
// rem(7, -2) → 1
// div(-128, -1) → -128
// rem(-128, -1) → 0
// rem(-4, 2) → 0
// div(-1, 2) → 0
