'use mixmod';
import { i32 } from 'mixmod';
let log: i32 = 0;
function note(digit: i32): i32 { log = log * 10 + digit; return digit; }
export function run(): i32 {
  log = 0;
  let total: i32 = 0;
  for (let i: i32 = 0, j: i32 = 3; i < j; i++, j--) total += i * 10 + j;
  return (note(1), note(2)) + total * 100 + log * 10000;
}
// run() → 121502
