'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  let a; // error RTS1052: a has neither a type nor a value
  a = 1;
  return 1;
}
