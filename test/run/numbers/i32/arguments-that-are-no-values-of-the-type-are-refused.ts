'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 { return a; }
// f(2147483647) → 2147483647
// f(-2147483648) → -2147483648
// f(2147483648) → RangeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got 2147483648
// f(-2147483649) → RangeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got -2147483649
// f(-0) → 0
// f(1.5) → RangeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got 1.5
// f(NaN) → RangeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got NaN
// f(-Infinity) → RangeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got -Infinity
// f(1n) → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got bigint
// f() → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got undefined
// f(null) → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got null
// f('1') → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string
// f([1]) → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got Array
// f({}) → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got Object
// f(true) → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got symbol
