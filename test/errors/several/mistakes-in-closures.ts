'use mixmod';
import { i32 } from 'mixmod';
function same<T>(x: T): T {
  return x;
}
function call(f: (x: number) => i32): i32 {
  return f(1);
}
export function f(a: number): number {
  // error RTS1108: late has no value when it is declared, and a function inside uses it
  let late: number;
  const generic = same; // error RTS1100: the generic function same is used as a value
  const wrong = call((x) => x); // error RTS2004: number does not become i32 by itself
  const early = () => later; // error RTS1105: the type of later is needed before its declaration
  const value = early();
  const later = 5;
  const uses = () => late;
  const floor = Math.floor; // error RTS1022: Math.floor is used as a value
  late = a;
  return uses() + value + later;
}
