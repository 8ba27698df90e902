'use mixmod';
import { i32 } from 'mixmod';
function nothing(): void {}
function one(): i32 { return 1; }
export function f(): void {
  const a = nothing(); // error RTS2020: a value is needed and there is none
  const b = Math.floor; // error RTS1022: Math.floor is used as a value
  const c = f() + 1; // error RTS2020: a value is needed and there is none
}
