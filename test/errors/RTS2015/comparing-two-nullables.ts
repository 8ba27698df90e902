'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32 | null, b: i32 | null): boolean {
  return a === b; // error RTS2015: two values that may both be null or undefined are compared
}
