'use mixmod';
import { u8 } from 'mixmod';
export function div(a: u8, b: u8): u8 { return a / b; }
export function rem(a: u8, b: u8): u8 { return a % b; }
// div(7, 2) → 3
// rem(7, 2) → 1
// div(255, 3) → 85
// rem(255, 10) → 5
// div(0, 5) → 0
// div(1, 0) → RangeError: division by zero
// rem(1, 0) → RangeError: division by zero
// div(0, 0) → RangeError: division by zero
// div(255, 255) → 1
