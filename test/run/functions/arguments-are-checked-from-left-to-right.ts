'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32, b: string, c: Uint8Array): i32 { return a; }
// f('1', 2, 3) → TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string
// f(1, 2, 3) → TypeError: f: argument 2 (b) must be a string, got number
// f(1, '2', 3) → TypeError: f: argument 3 (c) must be a Uint8Array, got number
// f(1, '2') → TypeError: f: argument 3 (c) must be a Uint8Array, got undefined
// f(1, '2', new Uint8Array(1)) → 1
