'use mixmod';
import { i32 } from 'mixmod';
let counter: i32 = 10;
export function next(): i32 { return counter++; }
// next() → 10
// next() → 11
// next() → 12
