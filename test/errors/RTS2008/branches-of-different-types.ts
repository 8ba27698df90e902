'use mixmod';
import { i32 } from 'mixmod';
export function f(a: boolean, b: string, c: Uint8Array | null): void {
  const d = a ? b : c; // error RTS2008: the value would be string or Uint8Array | null
  const e = c ?? b; // error RTS2008: the value would be Uint8Array or string
}
export function g(a: boolean, b: i32) {
  if (a) return new Uint8Array(1);
  return 'x'; // error RTS2008: the value would be Uint8Array or string
}
