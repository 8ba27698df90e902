'use mixmod';
import { u16 } from 'mixmod';
export function div(a: u16, b: u16): u16 { return a / b; }
export function rem(a: u16, b: u16): u16 { return a % b; }
// div(7, 2) → 3
// rem(7, 2) → 1
// div(65535, 3) → 21845
// rem(65535, 10) → 5
// div(0, 5) → 0
// div(1, 0) → RangeError: division by zero
// rem(1, 0) → RangeError: division by zero
// div(0, 0) → RangeError: division by zero
// div(65535, 65535) → 1
