'use mixmod';
import { i32 } from 'mixmod';
let trace: i32 = 0;
function step(n: i32): void { trace = trace * 10 + n; }
function fail(a: i32): i32 { return 1 / a; }
export function inner(a: i32, b: i32): i32 {
  trace = 0;
  try {
    try {
      step(1);
      fail(a);
      step(2);
    } catch {
      step(3);
      fail(b);
      step(4);
    } finally {
      step(5);
    }
    step(6);
  } catch {
    step(7);
  }
  return trace;
}
export function inFinally(a: i32, b: i32): i32 {
  trace = 0;
  try {
    try {
      step(1);
      fail(a);
    } finally {
      try {
        step(2);
        fail(b);
        step(3);
      } catch {
        step(4);
      }
      step(5);
    }
    step(6);
  } catch (error) {
    step(error instanceof RangeError && error.message === 'division by zero' ? 7 : 8);
  }
  return trace;
}
/** The error of `finally` takes the place of the one that was on its way. */
export function replaced(): string {
  try {
    try {
      throw new TypeError('first');
    } finally {
      throw new SyntaxError('second');
    }
  } catch (error) {
    return error instanceof SyntaxError ? error.message : '?';
  }
}
export function catchInCatch(): string {
  try {
    throw new Error('a');
  } catch (a) {
    try {
      throw new TypeError('b');
    } catch (b) {
      if (!(a instanceof Error) || !(b instanceof TypeError)) return '?';
      return a.message === 'a' && b.message === 'b' ? 'both' : 'mixed';
    }
  }
}
export function finallyInFinally(n: i32): i32 {
  trace = 0;
  try {
    fail(n);
  } catch {
    step(1);
  } finally {
    try {
      fail(n);
    } catch {
      step(2);
    } finally {
      try {
        fail(n);
      } catch {
        step(3);
      } finally {
        step(4);
      }
    }
  }
  return trace;
}
// inner(1, 1) → 1256
// inner(0, 1) → 13456
// inner(0, 0) → 1357
// inFinally(1, 1) → 12356
// inFinally(0, 1) → 12357
// inFinally(1, 0) → 12456
// inFinally(0, 0) → 12457
// replaced() → 'second'
// catchInCatch() → 'both'
// finallyInFinally(1) → 4
// finallyInFinally(0) → 1234
