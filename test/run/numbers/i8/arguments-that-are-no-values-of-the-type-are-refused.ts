'use mixmod';
import { i8 } from 'mixmod';
export function f(a: i8): i8 { return a; }
// f(127) → 127
// f(-128) → -128
// f(128) → RangeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got 128
// f(-129) → RangeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got -129
// f(-0) → 0
// f(1.5) → RangeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got 1.5
// f(NaN) → RangeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got NaN
// f(-Infinity) → RangeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got -Infinity
// f(1n) → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got bigint
// f() → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got undefined
// f(null) → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got null
// f('1') → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got string
// f([1]) → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got Array
// f({}) → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got Object
// f(true) → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be an i8 (an integer from -128 to 127), got symbol
