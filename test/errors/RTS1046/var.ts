'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  var a: i32 = 1; // error RTS1046: `var` is not part of RTypeScript
  return a;
}
