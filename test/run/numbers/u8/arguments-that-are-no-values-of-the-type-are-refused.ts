'use mixmod';
import { u8 } from 'mixmod';
export function f(a: u8): u8 { return a; }
// f(255) → 255
// f(0) → 0
// f(256) → RangeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got 256
// f(-1) → RangeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got -1
// f(-0) → 0
// f(1.5) → RangeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got 1.5
// f(NaN) → RangeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got NaN
// f(-Infinity) → RangeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got -Infinity
// f(1n) → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got bigint
// f() → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got undefined
// f(null) → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got null
// f('1') → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got string
// f([1]) → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got Array
// f({}) → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got Object
// f(true) → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be a u8 (an integer from 0 to 255), got symbol
