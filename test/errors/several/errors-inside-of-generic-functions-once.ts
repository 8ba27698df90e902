'use mixmod';
import { i32 } from 'mixmod';
function sum<T extends number>(a: T, b: T): i32 {
  return i32(a) + lossy(b);
}
function lossy<T extends number>(b: T): i32 {
  const x: i32 = b; // error RTS2004: number does not become i32 by itself (in lossy<number>)
  return x;
}
export function f(a: i32, b: number, c: i32): i32 {
  const g = sum; // error RTS1100: the generic function sum is used as a value
  return sum(a, c) + sum(b, b) + lossy(0.5 + b);
}
