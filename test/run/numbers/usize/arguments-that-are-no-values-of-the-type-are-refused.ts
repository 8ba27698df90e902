'use mixmod';
import { usize } from 'mixmod';
export function f(a: usize): usize { return a; }
// f(9007199254740991) → 9007199254740991
// f(0) → 0
// f(9007199254740992) → RangeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got 9007199254740992
// f(-1) → RangeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got -1
// f(-0) → 0
// f(1.5) → RangeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got 1.5
// f(NaN) → RangeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got NaN
// f(-Infinity) → RangeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got -Infinity
// f(1n) → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got bigint
// f() → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got undefined
// f(null) → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got null
// f('1') → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got string
// f([1]) → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got Array
// f({}) → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got Object
// f(true) → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got boolean
// f(() => 1) → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got function
// f(Symbol.iterator) → TypeError: f: argument 1 (a) must be a usize (an integer from 0 to 9007199254740991), got symbol
