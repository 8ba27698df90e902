'use mixmod';
import { i32 } from 'mixmod';
export function f(a: boolean, b: string, c: i32 | null): void {
  const d = a ? b : c; // error RTS2008: the value would be string or i32 | null
  const e = c ?? b; // error RTS2008: the value would be i32 or string
}
export function g(a: boolean) {
  if (a) return 1;
  return 'x'; // error RTS2008: the value would be number or string
}
