'use mixmod';
import { i32 } from 'mixmod';
function div(a: i32, b: i32): i32 { return a / b; }
export function safe(a: i32, b: i32): i32 {
  let where: i32 = 0;
  try {
    where = 1;
    const r = div(a, b);
    where = 2;
    return r + where;
  } catch {
    return -where;
  }
}
export function own(a: i32): i32 {
  try {
    if (a > 3) throw new RangeError('big');
    return a;
  } catch {
    return 100;
  }
}
export function fin(a: i32, b: i32): i32 {
  let n: i32 = 0;
  for (let i: i32 = 0; i < 5; i++) {
    try {
      if (i === a) continue;
      if (i === b) break;
      n += 1;
    } finally {
      n += 10;
    }
  }
  return n;
}
export function nested(a: i32): i32 {
  let n: i32 = 0;
  try {
    try { n += 1; div(1, a); n += 2; } catch { n += 10; div(1, a - 1); n += 20; }
  } catch { n += 100; }
  return n;
}
export function names(a: i32): string {
  try {
    if (a === 0) throw new TypeError('t');
    if (a === 1) throw new Error('e', { cause: new RangeError('inner') });
    const e = new SyntaxError('s');
    if (a === 2) throw e;
    div(1, a - 3);
    return 'none';
  } catch (e) {
    if (e instanceof TypeError) return 'type';
    if (e instanceof SyntaxError) return e.message;
    if (e instanceof RangeError) return e.message;
    if (e instanceof Error) return e.cause !== undefined ? e.cause.message : e.name;
    return '?';
  }
}
export function rethrow(a: i32): string {
  try { names2(a); return 'no'; } finally { a = 0; }
}
function names2(a: i32): void {
  try { div(1, a); } catch (e) { throw e; }
}
export function withCause(): void {
  throw new TypeError('outer', { cause: new RangeError('inner') });
}
// safe(6, 3) → 4
// safe(6, 0) → -1
// own(2) → 2
// own(4) → 100
// fin(1, 3) → 42
// fin(9, 9) → 55
// nested(0) → 31
// nested(1) → 3
// nested(2) → 3
// names(0) → 'type'
// names(1) → 'inner'
// names(2) → 's'
// names(3) → 'division by zero'
// names(4) → 'none'
// rethrow(1) → 'no'
// rethrow(0) → RangeError: division by zero
// (() => { try { withCause(); } catch (e) { return [e.name, e.message, e.cause.name, e.cause.message, e instanceof TypeError]; } })() → [ 'TypeError', 'outer', 'RangeError', 'inner', true ]
