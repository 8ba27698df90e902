'use mixmod';
// Arguments: as many as there are parameters, fewer, and more.
import { type i32 } from 'mixmod';
export function none(): i32 { return 0; }
export function add(a: number, b: number): number { return a + b; }
export function ten(a: i32, b: i32, c: i32, d: i32, e: i32, f: i32, g: i32, h: i32, i: i32, j: i32): i32 { return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10; }
export function mixed(a: i32, b: number, c: boolean, d: string, e: number): string { return `${a} ${b} ${c} ${d} ${e}`; }
export function defaulted(a: i32, b: i32 = 2, c?: i32): i32 { return a * 100 + b * 10 + (c ?? 0); }
export function gathered(first: string, ...rest: string[]): string { return first + rest.join(''); }
// none() → 0
// none(1, 2) → 0
// add(3, 5) → 8
// add(3, 5, 7) → 8
// add(3) → TypeError: add: argument 2 (b) must be a number, got undefined
// add.call({ not: 'seen' }, 3, 5) → 8
// add.apply(null, [3, 5]) → 8
// add.bind(1, 3)(5) → 8
// Reflect.apply(add, undefined, { length: 2, 0: 3, 1: 5 }) → 8
// [[1, 2], [3, 4]].map((pair) => add(...pair)) → [ 3, 7 ]
// [3, 4].map(none) → [ 0, 0 ]
// ten(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) → 385
// mixed(1, 0.5, true, 'x', -0) → '1 0.5 true x 0'
// defaulted(1) → 120
// defaulted(1, undefined, 3) → 123
// defaulted(1, 5) → 150
// [defaulted.length, gathered.length, add.length, ten.length] → [ 1, 1, 2, 10 ]
// gathered('a') → 'a'
// gathered('a', 'b', 'c') → 'abc'
// gathered(...Array(3).fill('x')) → 'xxx'
