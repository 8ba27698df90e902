'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  let a!: i32; // error RTS1037: the assertion `!` is not part of RTypeScript
  return a;
}
