'use mixmod';
import { i32 } from 'mixmod';
export function f(a: Uint8Array): i32 {
  var x: i32 = 1; // error RTS1046: `var` is not part of RTypeScript
  for (const key in a) { x = 2; } // error RTS1029: `for…in` is not part of RTypeScript
  debugger; // error RTS1045: `debugger` is not part of RTypeScript
  try { x = 3; } catch { x = 4; }
  return x;
}
