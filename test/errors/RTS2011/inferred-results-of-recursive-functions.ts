'use mixmod';
import { i32 } from 'mixmod';
function even(n: i32) { return n === 0 ? true : odd(n - 1); }
// error RTS2011: the result type of even depends on itself
function odd(n: i32) { return n === 0 ? false : even(n - 1); }
export function f(): boolean { return even(2); }
