'use mixmod';
import { i32 } from 'mixmod';
let log: i32 = 0;
function test(value: i32): i32 { log = log * 10 + value; return value; }
export function f(a: i32): i32 {
  log = 0;
  switch (a) {
    case test(1): return log;
    case test(2): return log;
    case test(3): return log;
  }
  return -log;
}
// f(1) → 1
// f(2) → 12
// f(5) → -123
