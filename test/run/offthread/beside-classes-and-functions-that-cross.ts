'use mixmod';
// A module whose other exports take functions and objects of classes.
import { offthread, progress } from 'mixmod';
export class Counter {
  count: number;
  constructor(count: number) {
    this.count = count;
  }
  add(by: number): Counter {
    this.count += by;
    return this;
  }
}
export function mapped(items: number[], f: (x: number) => number): number[] {
  return items.map(f);
}
export function adder(by: number): (x: number) => number {
  return (x) => x + by;
}
/** Makes closures and objects of its own. */
export const work = offthread((items: number[], names: string[]): string[] => {
  const counter = new Counter(0);
  const add = (x: number): number => counter.add(x).count;
  const sums = items.map(add);
  for (const sum of sums) progress(sum);
  if (sums.length === 0) throw new RangeError('nothing');
  return names.map((name, i) => `${name} ${sums[i]}`);
});
export const views = offthread((all: Float64Array[]): Float64Array[] => all.map((one) => one.subarray(1)));
// mapped([1, 2], (x) => x * 2) → [ 2, 4 ]
// work([1, 2, 3], ['a', 'b', 'c']) → [ 'a 1', 'b 3', 'c 6' ]
// got = [] → []
// work([4, 5], ['a', 'b'], { progress: (sum) => void got.push(mapped([sum], (x) => -x)[0], new Counter(sum).add(1).count) }) → [ 'a 4', 'b 9' ]
// got → [ -4, 5, -9, 10 ]
// work([], []) → RangeError: nothing
// work([], [], { progress: 1 }) → TypeError: work: argument 3 (options).progress must be a function, got number
// mapped([1], (x) => { work([x], ['inner']).then((one) => got.push(one)); return x; }) → [ 1 ]
// Promise.all([work([1], ['x']), work([2], ['y'])]) → [ [ 'x 1' ], [ 'y 2' ] ]
// got.at(-1) → [ 'inner 1' ]
// views([Float64Array.of(1, 2), Float64Array.of(3)]) → [ Float64Array(1) [ 2 ], Float64Array(0) [] ]
// work({ get length() { return mapped([1], adder(2))[0]; }, __proto__: Array.prototype }, []) → TypeError: work: argument 1 (items) must be an array, got Object
// adder(1)(2) → 3
