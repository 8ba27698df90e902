'use mixmod';
import { i32, i8 } from 'mixmod';
function even(n: i32) { return n === 0 ? true : odd(n - 1); }
// error RTS2011: the result type of even depends on itself
function odd(n: i32) { return n === 0 ? false : even(n - 1); }
// error RTS1001: TypeScript: Block-scoped variable 'b' used before its declaration. (TS2448)
// error RTS2017: the value of a depends on itself
const a = b;
const b = a;
export function f(): i8 { return 1000; } // error RTS2003: 1000 does not fit i8
