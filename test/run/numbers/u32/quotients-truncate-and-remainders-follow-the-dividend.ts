'use mixmod';
import { u32 } from 'mixmod';
export function div(a: u32, b: u32): u32 { return a / b; }
export function rem(a: u32, b: u32): u32 { return a % b; }
// div(7, 2) → 3
// rem(7, 2) → 1
// div(4294967295, 3) → 1431655765
// rem(4294967295, 10) → 5
// div(0, 5) → 0
// div(1, 0) → RangeError: division by zero
// rem(1, 0) → RangeError: division by zero
// div(0, 0) → RangeError: division by zero
// div(4294967295, 4294967295) → 1
