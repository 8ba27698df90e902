'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  let a; // error RTS1052: a has neither a type nor a value
  let b: any; // error RTS1002: the type `any` is not part of RTypeScript
  // error RTS1033: destructuring is not part of RTypeScript yet
  const { length } = new Uint8Array(3);
  const [c] = new Uint8Array(3); // error RTS1033: destructuring is not part of RTypeScript yet
  return 1;
}
