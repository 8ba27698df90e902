'use mixmod';
import { i32 } from 'mixmod';
// error RTS1001: TypeScript: 'even' implicitly has return type 'any' because it does not have a return type annotation and is referenced directly or indirectly in one of its return expressions. (TS7023)
function even(n: i32) { return n === 0 ? true : odd(n - 1); }
// error RTS1001: TypeScript: 'odd' implicitly has return type 'any' because it does not have a return type annotation and is referenced directly or indirectly in one of its return expressions. (TS7023)
// error RTS2011: the result type of even depends on itself
function odd(n: i32) { return n === 0 ? false : even(n - 1); }
export function f(): boolean { return even(2); }
