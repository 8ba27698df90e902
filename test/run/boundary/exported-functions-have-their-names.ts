'use mixmod';
import { i32 } from 'mixmod';
export function add(a: i32, b: i32): i32 { return a + b; }
// add.name → 'add'
// typeof add → 'function'
// add.call(null, 1, 2) → 3
// [1, 2].map((x) => add(x, 1)) → [ 2, 3 ]
