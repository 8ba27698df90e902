'use mixmod';
import { i32 } from 'mixmod';
export function add(a: i32, b: i32): i32 { return a + b; }
export function sub(a: i32, b: i32): i32 { return a - b; }
export function mul(a: i32, b: i32): i32 { return a * b; }
// add(2, 3) → 5
// add(2147483647, 1) → -2147483648
// add(2147483647, 2147483647) → -2
// sub(-2147483648, 1) → 2147483647
// sub(0, 2147483647) → -2147483647
// sub(5, 7) → -2
// mul(7, 6) → 42
// mul(2147483647, 2147483647) → 1
// mul(-2147483648, 2147483647) → -2147483648
// mul(2147483647, 2) → -2
// mul(-2147483648, -1) → -2147483648
// add(-2147483648, -2147483648) → 0
// mul(-5, 0) → 0
