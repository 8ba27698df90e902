'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  with (a) { } // error RTS1044: `with` is not part of RTypeScript
  throw 'x'; // error RTS1028: only errors can be thrown
}
