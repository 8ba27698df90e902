'use mixmod';
import { i32 } from 'mixmod';
let log: i32 = 0;
function note(digit: i32): i32 { log = log * 10 + digit; return digit; }
export function run(): i32 {
  log = 0;
  const value = note(1) + note(2) * note(3) - note(4);
  return log * 100 + value;
}
// run() → 123403
