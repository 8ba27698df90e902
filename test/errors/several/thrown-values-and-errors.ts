'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): void {
  const e = new RangeError('x'); // error RTS1013: error objects are not values of RTypeScript
  if (a === 1) throw e;
  if (a === 2) throw new Map(); // error RTS1028: only `throw new XError(message)` can be thrown
  throw a; // error RTS1028: only `throw new XError(message)` can be thrown
}
