'use mixmod';
import { i32 } from 'mixmod';
function local(a: i32): i32 { return a + 1; }
export { local as renamed };
export const answer: i32 = 42;
// renamed(1) → 2
// renamed('') → TypeError: local: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string
// answer → 42
// typeof local → 'undefined'
