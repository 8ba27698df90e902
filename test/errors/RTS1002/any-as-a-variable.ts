'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  let a: any = 1; // error RTS1002: the type `any` is not part of RTypeScript
  return 1;
}
