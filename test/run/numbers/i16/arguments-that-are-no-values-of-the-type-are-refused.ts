'use mixmod';
import { i16 } from 'mixmod';
export function f(a: i16): i16 { return a; }
// f(32767) → 32767
// f(-32768) → -32768
// f(32768) → RangeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got 32768
// f(-32769) → RangeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got -32769
// f(-0) → 0
// f(1.5) → RangeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got 1.5
// f(NaN) → RangeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got NaN
// f(-Infinity) → RangeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got -Infinity
// f(1n) → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got bigint
// f() → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got undefined
// f(null) → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got null
// f('1') → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got string
// f([1]) → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got Array
// f({}) → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got Object
// f(true) → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be an i16 (an integer from -32768 to 32767), got symbol
