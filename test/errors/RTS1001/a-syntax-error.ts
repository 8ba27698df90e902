'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  return a +; // error RTS1001: TypeScript: Expression expected. (TS1109)
}
