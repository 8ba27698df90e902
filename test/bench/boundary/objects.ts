'use mixmod';
import { type i32 } from 'mixmod';
export class Counter {
  count: i32;
  constructor(count: i32) {
    this.count = count;
  }
  add(n: i32): i32 {
    this.count += n;
    return this.count;
  }
}
export function apply(f: (x: number) => number, x: number): number {
  return f(x);
}
export function each(n: i32, f: (x: number) => number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += f(i);
  return sum;
}
export function greet(name: string): string {
  return 'Hello ' + name;
}
export function fails(text: string): void {
  throw new RangeError(text);
}
