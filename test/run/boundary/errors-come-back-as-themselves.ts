'use mixmod';
// An error of the program that has been in JavaScript is the same one for both sides, as long as it is one of the last.
import { i32 } from 'mixmod';
class Missing extends Error {
  #key: string;
  seen: i32 = 0;
  constructor(key: string) { super(`no ${key}`); this.#key = key; this.name = 'Missing'; }
  key(): string { return this.#key; }
}
const kept: Missing[] = [];
export function fail(key: string): void {
  const error = new Missing(key);
  kept.push(error);
  throw error;
}
/** Catches what `f` throws. */
export function caught(f: () => void): string {
  try {
    f();
  } catch (error) {
    if (error instanceof Missing) { error.seen++; return `${error.key()} ${kept.indexOf(error)} ${error.seen}`; }
    return error instanceof Error ? `${error.name}: ${error.message}` : '?';
  }
  return 'nothing';
}
export function passed(f: () => void): void { f(); }
export function again(index: i32): void { throw kept[index]; }
export const thrower = (key: string): (() => void) => () => { fail(key); };
// caught(() => fail('a')) → 'a 0 1'
// error = (f) => { try { f(); } catch (thrown) { return thrown; } } → [Function: error]
// first = error(() => fail('b')), [first.name, first.message] → [ 'Missing', 'no b' ]
// caught(() => { throw first; }) → 'b 1 1'
// error(() => passed(() => { throw first; })) === first → true
// error(() => passed(() => passed(() => again(1)))) === first → true
// error(() => again(1)) === first → true
// caught(() => passed(() => passed(() => fail('c')))) → 'c 2 1'
// caught(thrower('d')) → 'd 3 1'
// caught(() => passed(thrower('e'))) → 'e 4 1'
// own = new RangeError('mine'), error(() => passed(() => passed(() => { throw own; }))) === own → true
// caught(() => { throw own; }) → 'RangeError: mine'
// Array.from({ length: 40 }, (_, i) => caught(() => fail(String(i)))).every((text, i) => text === `${i} ${i + 5} 1`) → true
// caught(() => { throw first; }) → 'Missing: no b'
// caught(() => { throw Object.create(first); }) → 'Missing: no b'
