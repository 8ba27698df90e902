'use mixmod';
import { i32 } from 'mixmod';
import { even } from '../recursion-across-files.ts';
export function odd(n: i32): boolean { return n === 0 ? false : even(n - 1); }
