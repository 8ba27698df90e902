'use mixmod';
import { i32 } from 'mixmod';
let depth: i32 = 0;
function down(n: i32, kind: i32): i32 {
  depth++;
  try {
    if (n > 0) return down(n - 1, kind) + 1;
    if (kind === 0) throw new TypeError('bottom');
    return 100 / (kind - 1);
  } finally {
    depth--;
  }
}
export function through(n: i32, kind: i32): i32 { return down(n, kind); }
export function open(): i32 { return depth; }
export function caught(n: i32, kind: i32): string {
  try {
    return down(n, kind) > 0 ? 'value' : '?';
  } catch (error) {
    if (error instanceof TypeError) return 'type';
    if (error instanceof RangeError) return 'range';
    throw error;
  }
}
function rethrow(n: i32): i32 {
  try {
    return down(n, 0);
  } catch (error) {
    if (error instanceof TypeError) error.message = 'seen';
    throw error;
  }
}
export function twice(n: i32): string {
  try {
    rethrow(n);
    return '?';
  } catch (error) {
    return error instanceof TypeError ? error.message : '?';
  }
}
/** Many errors, each made, caught and forgotten. */
export function many(n: i32): i32 {
  let caughtErrors: i32 = 0;
  for (let i: i32 = 0; i < n; i++) {
    try {
      down(i % 5, i % 2);
    } catch (error) {
      if (error instanceof Error) caughtErrors++;
    }
  }
  return caughtErrors * 10 + depth;
}
// through(3, 2) → 103
// through(3, 0) → TypeError: bottom
// open() → 0
// through(10, 1) → RangeError: division by zero
// open() → 0
// [caught(0, 0), caught(3, 0), caught(3, 1), caught(3, 2)] → [ 'type', 'type', 'range', 'value' ]
// twice(4) → 'seen'
// many(200) → 2000
