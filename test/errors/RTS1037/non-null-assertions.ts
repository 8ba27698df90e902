'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32 | null): i32 {
  return a!; // error RTS1037: the assertion `!` is not part of RTypeScript
}
