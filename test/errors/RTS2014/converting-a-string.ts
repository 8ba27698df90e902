'use mixmod';
import { i32 } from 'mixmod';
export function f(a: string): i32 {
  return i32(a); // error RTS2014: i32(…) does not take string
}
