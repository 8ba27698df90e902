'use mixmod';
// Objects, closures and callbacks that JavaScript makes very many of.
import { type i32 } from 'mixmod';
export class Counter {
  count: i32;
  readonly name: string;
  constructor(name: string, count: i32) {
    this.name = name;
    this.count = count;
  }
  add(n: i32): this {
    this.count += n;
    return this;
  }
}
export function make(count: i32): Counter {
  return new Counter('made', count);
}
export function adder(n: i32): (x: i32) => i32 {
  return (x) => x + n;
}
export function apply(f: (x: i32) => i32, x: i32): i32 {
  return f(x);
}
export function fails(f: () => void): boolean {
  try {
    f();
    return false;
  } catch {
    return true;
  }
}
