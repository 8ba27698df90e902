'use mixmod';
import { i32 } from 'mixmod';
export function f(): void {
  const floor = Math.floor; // error RTS1022: Math.floor is used as a value
  const convert = i32; // error RTS1022: i32 is used as a value
}
