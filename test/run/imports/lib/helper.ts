'use mixmod';
import { i32 } from 'mixmod';
const secret: i32 = 100;
export function helper(a: i32): i32 { return a + secret; }
