'use mixmod';
import { i32 } from 'mixmod';
let steps: i32 = 0;
export function run(stop: i32): i32 {
  for (let i: i32 = 0; i < 10; i++) {
    if (i === stop) throw new Error('stopped');
    steps++;
  }
  return steps;
}
export function count(): i32 { return steps; }
// run(3) → Error: stopped
// count() → 3
// run(10) → 13
