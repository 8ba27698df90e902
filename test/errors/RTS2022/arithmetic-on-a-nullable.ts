'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32 | null): i32 {
  return a + 1; // error RTS2022: the value may be absent: its type is i32 | null
}
