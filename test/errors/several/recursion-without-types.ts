'use mixmod';
import { i32, i8 } from 'mixmod';
// error RTS1001: TypeScript: 'even' implicitly has return type 'any' because it does not have a return type annotation and is referenced directly or indirectly in one of its return expressions. (TS7023)
function even(n: i32) { return n === 0 ? true : odd(n - 1); }
// error RTS1001: TypeScript: 'odd' implicitly has return type 'any' because it does not have a return type annotation and is referenced directly or indirectly in one of its return expressions. (TS7023)
// error RTS2011: the result type of even depends on itself
function odd(n: i32) { return n === 0 ? false : even(n - 1); }
// error RTS1001: TypeScript: Block-scoped variable 'b' used before its declaration. (TS2448)
// error RTS2017: the value of a depends on itself
const a = b;
// error RTS1001: TypeScript: 'b' implicitly has type 'any' because it does not have a type annotation and is referenced directly or indirectly in its own initializer. (TS7022)
const b = a;
export function f(): i8 { return 1000; } // error RTS2003: 1000 does not fit i8
