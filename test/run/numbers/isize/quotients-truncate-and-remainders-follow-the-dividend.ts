'use mixmod';
import { isize } from 'mixmod';
export function div(a: isize, b: isize): isize { return a / b; }
export function rem(a: isize, b: isize): isize { return a % b; }
// div(7, 2) → 3
// rem(7, 2) → 1
// div(9007199254740991, 3) → 3002399751580330
// rem(9007199254740991, 10) → 1
// div(0, 5) → 0
// div(1, 0) → RangeError: division by zero
// rem(1, 0) → RangeError: division by zero
// div(0, 0) → RangeError: division by zero
// div(-7, 2) → -3
// rem(-7, 2) → -1
// div(7, -2) → -3
// rem(7, -2) → 1
// div(-9007199254740991, -1) → 9007199254740991
// rem(-9007199254740991, -1) → 0
// rem(-4, 2) → 0
// div(-1, 2) → 0
