'use mixmod';
// Rest parameters, and spread of arrays and tuples in calls.
function sum(...values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
const join = (separator: string, ...parts: string[]): string => parts.join(separator);
export const sums = (n: number): number => sum() + sum(n) * 10 + sum(1, 2, n) * 100;
// sums(3) → 630
export function spreads(n: number): string {
  const some = [n, n + 1];
  const texts = ['x', 'y'];
  return `${sum(...some)} ${sum(0, ...some, ...some, 5)} ${join('-', ...texts, 'z', ...texts)} ${join('+')}`;
}
// spreads(1) → '3 11 x-y-z-x-y '

let order = '';
function noted(text: string): string {
  order += text;
  return text;
}
function pair(text: string): [string, number] {
  order += `[${text}]`;
  return [text, text.length];
}
function three(a: string, b: string, n: number): string {
  return `${a}${b}${n}`;
}
export function tuples(): string {
  order = '';
  return `${three(noted('a'), ...pair('bcd'))} ${order}`;
}
// tuples() → 'abcd3 a[bcd]'
export function tupleToRest(): number {
  const places: [number, number] = [3, 4];
  return sum(1, ...places, 5);
}
// tupleToRest() → 13

class Path {
  readonly parts: string[];
  constructor(...parts: string[]) {
    this.parts = parts;
  }
  with(...more: string[]): Path {
    return new Path(...this.parts, ...more);
  }
  toText(): string {
    return this.parts.join('/');
  }
}
export const path = (): string => new Path('a', 'b').with().with('c', 'd').toText();
// path() → 'a/b/c/d'

function first<T>(fallback: T, ...values: T[]): T {
  return values.at(0) ?? fallback;
}
function count<T>(...values: T[]): number {
  return values.length;
}
const numbers = [1, 2, 3];
const spreadOne = (): number => count(...numbers);
export const generic = (): string =>
  `${first('none')} ${first(0, 5, 6)} ${count('a', 'b')} ${spreadOne()}`;
// generic() → 'none 5 2 3'

type Sum = (...values: number[]) => number;
const apply = (f: Sum, ...values: number[]): number => f(...values, 1);
export function values(n: number): number {
  const local = (...all: number[]): number => all.length * n;
  const product: Sum = (...all) => all.reduce((a, b) => a * b, 1);
  return local(1, 2, 3) + apply(sum, n, n) + apply(product, n, n) + apply(local);
}
// values(2) → 17
export function asCallback(): string {
  const counted = (...all: number[]): number => all.length;
  return [5, 6].map((value, index) => counted(value, index)).join();
}
// asCallback() → '2,2'
function withDefault(a: number, b = 10, ...rest: number[]): number {
  return a + b + rest.length * 100;
}
export const defaults = (): string => `${withDefault(1)} ${withDefault(1, 2)} ${withDefault(1, 2, 3, 4)}`;
// defaults() → '11 3 203'
