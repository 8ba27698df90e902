'use mixmod';
import { isize, u64 } from 'mixmod';
export function f(a: u64): u64 {
  return a >>> 1n; // error RTS2010: `>>>` does not take u64
}
export function g(a: isize): isize {
  return a >>> 1; // error RTS2010: `>>>` does not take isize
}
