'use mixmod';
import { u32 } from 'mixmod';
function even(n: u32): boolean { return n === 0 ? true : odd(n - 1); }
function odd(n: u32): boolean { return n === 0 ? false : even(n - 1); }
export function isEven(n: u32): boolean { return even(n); }
// isEven(0) → true
// isEven(101) → false
// isEven(1000) → true
