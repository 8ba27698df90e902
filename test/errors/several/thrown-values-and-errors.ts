'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): void {
  const e = new RangeError('x');
  if (a === 1) throw e;
  if (a === 2) throw new Uint8Array(2); // error RTS1028: only errors can be thrown
  // error RTS1090: the options of an error must be written as `{ cause: error }`
  throw new Error('x', e);
  throw a; // error RTS1028: only errors can be thrown
}
