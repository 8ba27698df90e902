'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  let a; // error RTS1052: a has neither a type nor a value
  let b: any; // error RTS1002: the type `any` is not part of RTypeScript
  const c = []; // error RTS2100: nothing tells the type of the items of this empty array
  return 1;
}
