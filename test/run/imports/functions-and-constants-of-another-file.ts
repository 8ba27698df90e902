'use mixmod';
import { i32 } from 'mixmod';
import { square, LIMIT } from './lib/square.ts';
export function f(a: i32): i32 { return square(a) + LIMIT; }
// f(3) → 1009
// f(-50000) → -1794966296
