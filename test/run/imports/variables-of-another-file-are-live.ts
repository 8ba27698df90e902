'use mixmod';
import { i32 } from 'mixmod';
import { counter, increment } from './lib/counter.ts';
export function run(): i32 { increment(); increment(); return counter; }
// run() → 2
// run() → 4
