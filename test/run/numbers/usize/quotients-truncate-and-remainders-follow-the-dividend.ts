'use mixmod';
import { usize } from 'mixmod';
export function div(a: usize, b: usize): usize { return a / b; }
export function rem(a: usize, b: usize): usize { return a % b; }
// div(7, 2) → 3
// rem(7, 2) → 1
// div(9007199254740991, 3) → 3002399751580330
// rem(9007199254740991, 10) → 1
// div(0, 5) → 0
// div(1, 0) → RangeError: division by zero
// rem(1, 0) → RangeError: division by zero
// div(0, 0) → RangeError: division by zero
// div(9007199254740991, 9007199254740991) → 1
