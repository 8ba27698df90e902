'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): i32 {
  return a + missing; // error RTS1001: TypeScript: Cannot find name 'missing'. (TS2304)
}
