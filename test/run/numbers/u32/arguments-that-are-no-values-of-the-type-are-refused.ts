'use mixmod';
import { u32 } from 'mixmod';
export function f(a: u32): u32 { return a; }
// f(4294967295) → 4294967295
// f(0) → 0
// f(4294967296) → RangeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got 4294967296
// f(-1) → RangeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got -1
// f(-0) → 0
// f(1.5) → RangeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got 1.5
// f(NaN) → RangeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got NaN
// f(-Infinity) → RangeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got -Infinity
// f(1n) → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got bigint
// f() → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got undefined
// f(null) → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got null
// f('1') → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got string
// f([1]) → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got Array
// f({}) → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got Object
// f(true) → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be a u32 (an integer from 0 to 4294967295), got symbol
