'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32): void {
  const e = new RangeError('x');
  if (a === 1) throw e;
  if (a === 2) throw new WeakMap(); // error RTS1043: `new WeakMap` is not part of RTypeScript
  throw a; // error RTS1028: only errors can be thrown
}
