'use mixmod';
import { i32 } from 'mixmod';
export function f(a: number | null): i32 {
  return i32(a); // error RTS2022: the value may be absent: its type is number | null
}
