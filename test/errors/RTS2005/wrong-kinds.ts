'use mixmod';
import { i32 } from 'mixmod';
function take(a: i32): void {}
export function f(a: boolean): void {
  take(a); // error RTS2005: boolean is not i32
}
