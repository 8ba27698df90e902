'use mixmod';
import { i32 } from 'mixmod';
import { odd } from './lib/odd.ts';
export function even(n: i32): boolean { return n === 0 ? true : odd(n - 1); }
// even(10) → true
// even(7) → false
