'use mixmod';
import { u16 } from 'mixmod';
export function f(a: u16): u16 { return a; }
// f(65535) → 65535
// f(0) → 0
// f(65536) → RangeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got 65536
// f(-1) → RangeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got -1
// f(-0) → 0
// f(1.5) → RangeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got 1.5
// f(NaN) → RangeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got NaN
// f(-Infinity) → RangeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got -Infinity
// f(1n) → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got bigint
// f() → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got undefined
// f(null) → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got null
// f('1') → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got string
// f([1]) → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got Array
// f({}) → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got Object
// f(true) → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be a u16 (an integer from 0 to 65535), got symbol
