'use mixmod';
// `space.iterate` follows the protocol of iterators: it closes what is left before its end.
import { space, type JSValue } from 'mixmod';
export function total(values: JSValue): number {
  let sum = 0;
  for (const value of space.iterate<number>(values)) sum += value;
  return sum;
}
export function first(values: JSValue): JSValue {
  for (const value of space.iterate(values)) return value;
  return space.wrap('none');
}
export function upTo(values: JSValue, count: number): string[] {
  const found: string[] = [];
  for (const value of space.iterate<string>(values)) {
    if (found.length === count) break;
    found.push(value);
  }
  return found;
}
export function failing(values: JSValue): void {
  for (const value of space.iterate<number>(values)) throw new Error(`at ${value}`);
}
export function pairs(map: JSValue): number {
  let sum = 0;
  for (const [name, value] of space.iterate<[string, number]>(map)) sum += name.length * value;
  return sum;
}
export function list(values: JSValue): JSValue[] { return [...space.iterate(values)]; }
// total([1, 2, 3.5]) → 6.5
// total(new Set([1, 2])) → 3
// total([1, 'x']) → TypeError: space.iterate: the next value must be a number, got string
// total(5) → TypeError: value[Symbol.iterator] is not a function
// first('text') → 't'
// first([]) → 'none'
// log = [], source = () => ({ i: 0, [Symbol.iterator]() { log.push('open'); return this; }, next() { return { value: String(this.i++), done: this.i > 4 }; }, return() { log.push('close'); return {}; } }), upTo(source(), 2) → [ '0', '1' ]
// log.splice(0) → [ 'open', 'close' ]
// [upTo(source(), 9), log.splice(0)] → [ [ '0', '1', '2', '3' ], [ 'open' ] ]
// failing({ [Symbol.iterator]: () => ({ next: () => ({ value: 7 }), return() { log.push('closed'); throw new TypeError('hidden'); } }) }) → Error: at 7
// log.splice(0) → [ 'closed' ]
// total({ [Symbol.iterator]: () => ({ next() { throw new RangeError('no next'); }, return() { log.push('never'); } }) }) → RangeError: no next
// total({ [Symbol.iterator]: () => ({ next: () => 5 }) }) → TypeError: Iterator result 5 is not an object
// log.splice(0) → []
// pairs(new Map([['a', 1], ['bcd', 2]])) → 7
// list(new Set([1, 'a'])) → [ 1, 'a' ]
