'use mixmod';
// Generators and iterators are iterators of JavaScript.
import { i32 } from 'mixmod';
export class Range implements Iterable<number> {
  readonly n: number;
  log = '';
  constructor(n: number) { this.n = n; }
  *[Symbol.iterator](): Generator<number> { for (let i = 0; i < this.n; i++) yield i; }
  *words(): Generator<string, void, undefined> {
    try {
      for (let i = 0; ; i++) yield 'w' + i;
    } finally {
      this.log += 'end';
    }
  }
  get pairs(): IterableIterator<[number, string]> { return [1, 2].map((x): [number, string] => [x, `${x}`]).values(); }
  static *squares(n: i32): Generator<i32> { for (let i: i32 = 0; i < n; i++) yield i * i; }
}
export class Chain {
  [Symbol.iterator](): Iterator<string> {
    let left = 3;
    return { next: (): IteratorResult<string> => (left-- > 0 ? { value: 'c' + left, done: false } : { value: undefined, done: true }) };
  }
}
export function* evens(n: number): Generator<number, string> { for (let i = 0; i < n; i += 2) yield i; return 'all'; }
export function* fails(): Generator<number> { yield 1; throw new RangeError('no more'); }
export function* records(): Generator<{ x: number; y?: string }> { yield { x: 1 }; yield { x: 2, y: 'two' }; }
export function keys(map: Map<string, number>): IterableIterator<string> { return map.keys(); }
export function* ranges(): Generator<Range> { yield new Range(1); yield new Range(2); }
export function* each(f: (x: number) => number): Generator<number> { for (let i = 0; i < 3; i++) yield f(i); }
// [...new Range(3)] → [ 0, 1, 2 ]
// r = new Range(3), (() => { for (const w of r.words()) if (w === 'w2') return [w]; })() → [ 'w2' ]
// [r.log] → [ 'end' ]
// [...r.pairs, ...Range.squares(4)] → [ [ 1, '1' ], [ 2, '2' ], 0, 1, 4, 9 ]
// [...new Chain()] → [ 'c2', 'c1', 'c0' ]
// c = new Chain()[Symbol.iterator](), [c.next(), c.return(5), c[Symbol.iterator]() === c] → [ { value: 'c2', done: false }, { value: 5, done: true }, true ]
// e = evens(3), [e.next(), e.next(), e.next(), e.next()] → [ { value: 0, done: false }, { value: 2, done: false }, { value: 'all', done: true }, { value: undefined, done: true } ]
// e = evens(9), [e.next().value, e.return('r'), e.next().done] → [ 0, { value: 'r', done: true }, true ]
// [...fails()] → RangeError: no more
// f = fails(), [f.next().value, (() => { try { f.next(); } catch (error) { return error.message; } })(), f.next().done] → [ 1, 'no more', true ]
// [...records()] → [ { x: 1, y: undefined }, { x: 2, y: 'two' } ]
// [...keys(new Map([['a', 1], ['b', 2]]))] → [ 'a', 'b' ]
// [...ranges()].map((one) => one instanceof Range && [...one]) → [ [ 0 ], [ 0, 1 ] ]
// [...each((x) => x * 10)] → [ 0, 10, 20 ]
// [...each((x) => { if (x === 1) throw new SyntaxError('mine'); return x; })] → SyntaxError: mine
// [a, b] = new Range(9), [a, b] → [ 0, 1 ]
// evens(1).next.call({}) → TypeError: Cannot read private member #step from an object whose class did not declare it
