'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  const point = { x: 1 }; // error RTS1023: object literals are not part of RTypeScript yet
  return point.x;
}
