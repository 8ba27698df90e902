'use mixmod';
import { i32 } from 'mixmod';
export function find(rows: i32, wanted: i32): i32 {
  let found: i32 = -1;
  outer: for (let i: i32 = 0; i < rows; i++) {
    for (let j: i32 = 0; j < rows; j++) {
      if (i * j === wanted) { found = i * 100 + j; break outer; }
    }
  }
  return found;
}
// find(10, 42) → 607
// find(10, 11) → -1
// find(10, 0) → 0
