'use mixmod';
import { i32 } from 'mixmod';
let calls: i32 = 0;
function count(): i32 { return ++calls; }
export function f(): i32 { switch (count()) { } return calls; }
// f() → 1
// f() → 2
