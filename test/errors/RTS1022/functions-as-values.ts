'use mixmod';
import { i32 } from 'mixmod';
function one(): i32 { return 1; }
export function f(): i32 {
  const g = one; // error RTS1022: the function one is used as a value
  return g();
}
