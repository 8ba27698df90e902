'use mixmod';
import { i32 } from 'mixmod';
function fail(a: i32): i32 { return 1 / a; }
export function atRaise(a: i32, b: i32): i32 {
  let n: i32 = 1;
  try {
    n = 2;
    fail(a);
    n = 3;
    fail(b);
    n = 4;
  } catch {
    return n * 10;
  }
  return n;
}
export function inLoop(limit: i32): i32 {
  let sum: i32 = 0;
  let i: i32 = 0;
  try {
    for (; ; i++) {
      sum += i;
      fail(limit - i);
    }
  } catch {
    sum = sum * 100 + i;
  }
  return sum;
}
export function operand(a: i32): i32 {
  let n: i32 = 1;
  try {
    n = n + fail(a);
  } catch {
    n += 10;
  }
  return n;
}
export function assignedInBoth(a: i32): i32 {
  let x: i32;
  try {
    x = fail(a);
  } catch {
    x = -5;
  }
  return x;
}
export function nullable(a: i32): i32 {
  let x: i32 | null = null;
  try {
    fail(a);
    x = 4;
    fail(a - 1);
    x = null;
  } catch {
    if (x === null) return -1;
    return x;
  }
  return x === null ? 0 : 1;
}
// [atRaise(1, 1), atRaise(0, 1), atRaise(1, 0)] → [ 4, 20, 30 ]
// inLoop(3) → 603
// [operand(1), operand(0)] → [ 2, 11 ]
// [assignedInBoth(1), assignedInBoth(0)] → [ 1, -5 ]
// [nullable(0), nullable(1), nullable(2)] → [ -1, 4, 0 ]
