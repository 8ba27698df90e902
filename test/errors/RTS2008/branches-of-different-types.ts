'use mixmod';
import { i32 } from 'mixmod';
export function f(a: boolean, b: string, c: i32): void {
  a ? b : c;
}
