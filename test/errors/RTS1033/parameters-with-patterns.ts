'use mixmod';
import { i32 } from 'mixmod';
// error RTS1033: destructuring is not part of RTypeScript yet
export function f({ x }: { x: i32 }): i32 {
  return x;
}
