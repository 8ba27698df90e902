'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  let a!: i32; // error RTS1037: `!` behind the name of a variable is not part of RTypeScript
  return a;
}
