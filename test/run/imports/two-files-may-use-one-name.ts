'use mixmod';
import { i32 } from 'mixmod';
import { helper as other } from './lib/helper.ts';
function helper(a: i32): i32 { return a + 1; }
const secret: i32 = 7;
export function f(a: i32): i32 { return helper(a) * 1000 + other(a) * 10 + secret; }
// f(1) → 3017
