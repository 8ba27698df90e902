'use mixmod';
// What a class of errors adds to its base is there in JavaScript, as its names say, of causes too, and wherever the error was thrown.
import { i32, offthread, u8, u64 } from 'mixmod';
class Failure extends Error {
  #secret: string = 's';
  count: i32 | null = null;
  big: u64 = u64(7);
  constructor(message: string, readonly code: string, readonly where?: string, cause?: Error) {
    super(message, { cause });
    this.name = 'Failure';
    if (where === 'count') this.count = i32(this.#secret.length + 41);
  }
}
class Late extends Failure {
  after: number = 2.5;
  isFinal: boolean = true;
  byte: u8 = u8(200);
}
/** Of the name of its base. */
class Silent extends RangeError { level: i32 = 3; }
/** Nothing of a list crosses. */
class Listing extends TypeError { items: number[] = [1]; text: string = 'ä€'; }
function thrown(what: string): number {
  switch (what) {
    case 'failure': throw new Failure('f', 'E_' + what);
    case 'count': throw new Failure('f', 'E', what);
    case 'late': throw new Late('l', 'L', 'x');
    case 'silent': throw new Silent('s');
    case 'listing': throw new Listing('i');
    case 'cause': throw new Failure('outer', 'O', undefined, new Late('inner', 'I', '', new Silent('deepest')));
    case 'caught': try { return thrown('late'); } catch (error) { if (error instanceof Late) error.after = 7; throw error; }
    default: return 0;
  }
}
export { thrown as now };
export const later = offthread(thrown);
/** Thrown in a call of JavaScript, or of it. */
export function calling(f: (what: string) => number, what: string): number { return f(what); }
// seen = (error) => [error.name, error.code, error.where, error.count, error.big, error.after, error.isFinal, error.byte, error.level, error.text] → [Function: seen]
// at = (what) => { try { now(what); } catch (error) { return error; } } → [Function: at]
// seen(at('failure')) → [ 'Failure', 'E_failure', undefined, null, 7n, undefined, undefined, undefined, undefined, undefined ]
// seen(at('count')).slice(0, 4) → [ 'Failure', 'E', 'count', 42 ]
// seen(at('late')).slice(0, 8) → [ 'Failure', 'L', 'x', null, 7n, 2.5, true, 200 ]
// [at('silent').level, at('silent').name, at('silent') instanceof RangeError] → [ 3, 'RangeError', true ]
// at('listing').text → 'ä€'
// seen(at('cause').cause).slice(0, 8) → [ 'Failure', 'I', '', null, 7n, 2.5, true, 200 ]
// [at('cause').code, at('cause').cause.cause.level] → [ 'O', 3 ]
// at('caught').after → 7
// 'where' in at('failure') → true
// Object.getOwnPropertyDescriptor(at('failure'), 'code') → { value: 'E_failure', writable: true, enumerable: true, configurable: true }
// same = async (what) => { const [one, other] = [at(what), await later(what).catch((error) => error)]; return JSON.stringify(seen(one).map(String)) === JSON.stringify(seen(other).map(String)) && Object.keys(one).join() === Object.keys(other).join(); } → [AsyncFunction: same]
// same('failure') → true
// same('count') → true
// same('late') → true
// same('silent') → true
// same('listing') → true
// same('cause') → true
// later('cause').catch((error) => [error.code, error.cause.code, error.cause.cause.level, error.cause.cause.cause]) → [ 'O', 'I', 3, undefined ]
// (() => { try { calling(now, 'late'); } catch (error) { return seen(error).slice(0, 6); } })() → [ 'Failure', 'L', 'x', null, 7n, 2.5 ]
