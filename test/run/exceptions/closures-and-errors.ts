'use mixmod';
import { i32 } from 'mixmod';
function attempt(action: (n: i32) => i32, n: i32): i32 {
  try {
    return action(n);
  } catch {
    return -n;
  }
}
export function called(n: i32): i32 {
  return attempt((k) => {
    if (k > 2) throw new RangeError('large');
    return k * 10;
  }, n);
}
/** The closure outlives the handler, and the variable changes inside of the `try`. */
export function captured(a: i32): string {
  let steps: i32 = 0;
  let last: (() => string) | null = null;
  const count = (): i32 => steps;
  try {
    steps = 1;
    const unused = 1 / a;
    steps = 2;
  } catch (error) {
    const kept = error;
    last = () => (kept instanceof Error ? kept.message : '?');
  } finally {
    steps += 10;
  }
  if (last === null) return count() === 12 ? 'done' : '?';
  return count() === 11 ? last() : '?';
}
class Failure extends Error {
  readonly retry: () => i32;
  constructor(retry: () => i32) {
    super('failed');
    this.retry = retry;
  }
}
export function retried(n: i32): i32 {
  try {
    throw new Failure(() => n + 1);
  } catch (error) {
    return error instanceof Failure ? error.retry() : -1;
  }
}
// [called(1), called(3)] → [ 10, -3 ]
// [captured(1), captured(0)] → [ 'done', 'division by zero' ]
// retried(4) → 5
