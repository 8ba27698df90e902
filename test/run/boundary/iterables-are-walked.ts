'use mixmod';
// A parameter of type Iterable takes whatever JavaScript can walk over, and takes its items as the program asks for them.
import { i32 } from 'mixmod';
interface Point { readonly x: number; readonly y: number }
export function total(items: Iterable<number>): number {
  let sum = 0;
  for (const item of items) sum += item;
  return sum;
}
export function first(items: Iterable<string>, length: i32): string {
  for (const item of items) if (item.length >= length) return item;
  return '';
}
export function twice(items: Iterable<number>): number[] { return [...items, ...items]; }
export function strict(items: Iterable<number>): number {
  let n = 0;
  for (const item of items) {
    if (item < 0) throw new RangeError(`${item} is negative`);
    n++;
  }
  return n;
}
export function caught(items: Iterable<number>): string {
  try {
    return String(total(items));
  } catch (error) {
    return error instanceof RangeError ? `range: ${error.message}` : error instanceof Error ? error.message : '?';
  }
}
export function centre(points: Iterable<Point>): Point {
  let [x, y, n] = [0, 0, 0];
  for (const point of points) { x += point.x; y += point.y; n++; }
  return { x: x / n, y: y / n };
}
export function zipped(left: Iterable<string>, right: Iterable<number>): Map<string, number> {
  const numbers = right[Symbol.iterator]();
  const made = new Map<string, number>();
  for (const name of left) {
    const next = numbers.next();
    if (next.done) break;
    made.set(name, next.value);
  }
  return made;
}
export class Bag {
  readonly items: Set<string>;
  constructor(items: Iterable<string>) { this.items = new Set([...items]); }
  add(more: Iterable<string>): this { for (const item of more) this.items.add(item); return this; }
  static of(more: Iterable<string>): i32 { let n: i32 = 0; for (const item of more) n += i32(item.length); return n; }
}
/** Walked over later. */
let kept: Iterable<number> | null = null;
export function keep(items: Iterable<number>): void { kept = items; }
export function walkKept(): number { return kept ? total(kept) : -1; }
// log = [] → []
// source = function* (...items) { try { for (const item of items) { log.push(item); yield item; } } finally { log.push('end'); } } → [GeneratorFunction: source]
// [total([1, 2, 3]), total(new Set([4, 5])), total(source(6, 7)), total(new Map([[1, 2]]).values()), total(new Float64Array([0.5, 1]))] → [ 6, 9, 13, 2, 1.5 ]
// [log.splice(0), total([])] → [ [ 6, 7, 'end' ], 0 ]
// first(source('a', 'bcd', 'efgh'), 3) → 'bcd'
// log.splice(0) → [ 'a', 'bcd', 'end' ]
// [first('häß', 1), first(['x'], 2)] → [ 'h', '' ]
// [twice([1, 2]), twice(source(3))] → [ [ 1, 2, 1, 2 ], [ 3 ] ]
// log.splice(0) → [ 3, 'end' ]
// strict(source(1, -2, 3)) → RangeError: -2 is negative
// log.splice(0) → [ 1, -2, 'end' ]
// total(source(1, 'x', 3)) → TypeError: iterator: the result[0] must be a number, got string
// log.splice(0) → [ 1, 'x', 'end' ]
// total({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 'y' }), return() { throw new Error('late'); } }) }) → TypeError: iterator: the result[0] must be a number, got string
// total([1, 'x']) → TypeError: iterator: the result[1] must be a number, got string
// own = new RangeError('mine'), failing = { [Symbol.iterator]: () => ({ next() { throw own; }, return() { log.push('never'); } }) }, caught(failing) → 'range: mine'
// total({ [Symbol.iterator]: () => ({ next: () => ({ done: false, get value() { throw own; } }), return() { log.push('never'); } }) }) → RangeError: mine
// (() => { try { total(failing); } catch (error) { return error === own; } })() → true
// log.includes('never') → false
// total({ [Symbol.iterator]: () => ({ next: () => 5 }) }) → TypeError: an iterator has given number for an object
// total({ [Symbol.iterator]: () => 5 }) → TypeError: an iterator has given number for an object
// total(5) → TypeError: total: argument 1 (items) must be an iterable, got number
// total({}) → TypeError: total: argument 1 (items) must be an iterable, got Object
// total(null) → TypeError: total: argument 1 (items) must be an iterable, got null
// strict({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: -1 }), return() { throw new Error('late'); } }) }) → RangeError: -1 is negative
// first({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 'abc' }), return() { throw new Error('late'); } }) }, 1) → Error: late
// centre([{ x: 0, y: 2 }, { x: 4, y: 4 }]) → { x: 2, y: 3 }
// zipped('abc', source(1, 2)) → Map(2) { 'a' => 1, 'b' => 2 }
// log.splice(0) → [ 1, 2, 'end' ]
// [...new Bag(['p', 'q']).add(new Set(['q', 'r'])).items] → [ 'p', 'q', 'r' ]
// Bag.of(['ab', 'c']) → 3
// (keep([1, 2]), walkKept() + walkKept()) → 6
// total(Array.from({ length: 1000 }, (_, i) => i)) → 499500
// growing = [1], total(Object.assign(growing, { [Symbol.iterator]: function* () { yield 7; } })) → 7
