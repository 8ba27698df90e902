'use mixmod';
import { i32 } from 'mixmod';
let last: i32 | null = null;
export function set(a: i32 | null): void { last = a; }
export function get(): i32 | null { return last; }
// get() → null
// set(0) → undefined
// get() → 0
// set(null) → undefined
// get() → null
