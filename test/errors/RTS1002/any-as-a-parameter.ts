'use mixmod';
import { i32 } from 'mixmod';
export function f(a: any): i32 { // error RTS1002: the type `any` is not part of RTypeScript
  return 1;
}
