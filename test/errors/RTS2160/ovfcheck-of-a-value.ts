'use mixmod';
import { ovfcheck } from 'mixmod';
import type { i32 } from 'mixmod';
export function f(a: i32, x: number): number {
  const b = ovfcheck(a); // error RTS2160: `ovfcheck` takes an operation on integers, not a value of type i32
  return ovfcheck(x + 1) + b; // error RTS2160: `ovfcheck` takes an operation on integers, not a value of type number
}
