'use mixmod';
import { i32 } from 'mixmod';
function make(kind: i32): Error {
  switch (kind) {
    case 1: return new RangeError('range');
    case 2: return new TypeError('type', { cause: new EvalError('why') });
    case 3: return new URIError();
    default: return new Error('plain', {});
  }
}
export function fail(kind: i32): void { throw make(kind); }
export function kind(error: i32): i32 {
  const made = make(error);
  if (made instanceof RangeError) return 1;
  if (made instanceof TypeError) return 2;
  if (made instanceof URIError) return 3;
  return made instanceof Error ? 4 : 5;
}
export function name(error: i32): string { return make(error).name; }
export function text(error: i32): string { return make(error).message; }
export function cause(error: i32): string {
  const made = make(error);
  return made.cause === undefined ? 'none' : made.cause.message;
}
export function optional(message: string | undefined): string { return new Error(message).message; }
export function renamed(): string {
  const error = new Error('x');
  error.name = 'Renamed';
  error.message = 'changed';
  throw error;
}
let kept: Error | null = null;
export function keep(kind: i32): void {
  try {
    fail(kind);
  } catch (error) {
    kept = error as Error;
  }
}
export function again(): void {
  const error = kept;
  if (error !== null) throw error;
}
function describe(error: Error): string { return error.message; }
export function passed(): string { return describe(new ReferenceError('as an argument')); }
// fail(1) → RangeError: range
// fail(3) → URIError
// fail(4) → Error: plain
// (() => { try { fail(2); } catch (e) { return [e instanceof TypeError, e.message, e.cause instanceof EvalError, e.cause.message, 'cause' in e.cause]; } })() → [ true, 'type', true, 'why', false ]
// [kind(1), kind(2), kind(3), kind(4)] → [ 1, 2, 3, 4 ]
// [name(1), name(2), name(3), name(4)] → [ 'RangeError', 'TypeError', 'URIError', 'Error' ]
// [text(1), text(2), text(3), text(4)] → [ 'range', 'type', '', 'plain' ]
// [cause(1), cause(2)] → [ 'none', 'why' ]
// optional('given') → 'given'
// optional(undefined) → ''
// renamed() → Renamed: changed
// (() => { try { renamed(); } catch (e) { return [e.name, e.message, e.constructor.name]; } })() → [ 'Renamed', 'changed', 'Error' ]
// again() → undefined
// keep(1) → undefined
// again() → RangeError: range
// passed() → 'as an argument'
