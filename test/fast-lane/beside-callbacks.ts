'use mixmod';
// A module that is given functions: what calls none of them is in the fast lane all the same, and an error that JavaScript has thrown stays
// the same object on all ways.
import { type i32 } from 'mixmod';

let effects = 0;
let kept: Error | null = null;
let listener: ((x: number) => number) | null = null;

export function count(): number {
  return effects;
}
export function reset(): void {
  effects = 0;
  kept = null;
  listener = null;
}
export function sum(a: number, b: number): number {
  return a + b;
}
export function divide(a: i32, b: i32): i32 {
  effects++;
  return (a / b) | 0;
}
export function thrown(x: i32): i32 {
  effects++;
  if (x > 100) throw new RangeError(`${x} is too much`);
  return x;
}
export function total(data: Float64Array): number {
  let sum = 0;
  for (const x of data) sum += x;
  return sum;
}
export function list_total(list: number[]): number {
  effects++;
  if (list.length === 0) throw new Error('no items');
  return list.reduce((sum, x) => sum + x, 0);
}
export function greet(name: string): string {
  return 'Hello ' + name;
}
export function apply(f: (x: number) => number, x: number): number {
  effects++;
  return f(x);
}
export function each(f: (x: number) => number, n: i32): number {
  let sum = 0;
  for (let i = 0; i < n % 100; i++) sum += f(i);
  return sum;
}
/** The function is called after the call that has given it. */
export function listen(f: (x: number) => number): void {
  listener = f;
}
export function emit(x: number): number {
  return listener === null ? -1 : listener(x);
}
/** What it throws is thrown later. */
export function keep(f: (x: number) => number): boolean {
  try {
    f(101);
  } catch (error) {
    kept = error instanceof Error ? error : null;
  }
  return kept !== null;
}
export function rethrow(x: number): number {
  if (kept !== null && x > 0) throw kept;
  return x;
}
export class Counter {
  count: i32;
  constructor(count: i32) {
    this.count = count;
  }
  add(n: i32): i32 {
    if (n < 0) throw new RangeError(`cannot add ${n}`);
    this.count = (this.count + n) & 0xffff;
    return this.count;
  }
  by(f: (x: number) => number): number {
    return f(this.count);
  }
}
