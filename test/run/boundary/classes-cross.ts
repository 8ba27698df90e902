'use mixmod';
// Objects of exported classes are themselves on both sides.
import { i32 } from 'mixmod';
export class Counter {
  static made: i32 = 0;
  static readonly limit = 100;
  count: i32;
  readonly name: string;
  #secret: i32 = 7;
  private hidden: i32 = 1;
  constructor(name: string, count: i32 = 0) { this.name = name; this.count = count; Counter.made++; }
  add(n: i32): this { this.count += n; return this; }
  get twice(): i32 { return this.count * 2; }
  set twice(value: i32) { this.count = i32(value / 2); }
  secret(): i32 { return this.#secret + this.hidden; }
  same(other: Counter): boolean { return this === other; }
  static of(count: i32): Counter { return new Counter('of', count); }
  static total(all: Counter[]): i32 { let t: i32 = 0; for (const c of all) t += c.count; return t; }
}
let kept: Counter | null = null;
export function keep(c: Counter | null): void { kept = c; }
export function given(): Counter | null { return kept; }
export function pair(c: Counter): { first: Counter; all: Counter[] } { return { first: c, all: [c, new Counter('new')] }; }
// c = new Counter('a') → Counter {}
// [c.name, c.count, c.twice, c.secret()] → [ 'a', 0, 0, 8 ]
// c.add(3) === c → true
// (c.count = 5, c.twice) → 10
// (c.twice = 8, c.count) → 4
// c.same(c) → true
// c.same(new Counter('b')) → false
// keep(c) → undefined
// given() === c → true
// keep(null) → undefined
// given() → null
// Counter.of(9).count → 9
// Counter.total([c, Counter.of(1)]) → 5
// p = pair(c), [p.first === c, p.all[0] === c, p.all[1].name] → [ true, true, 'new' ]
// Counter.made → 5
// (Counter.made = 1, Counter.made) → 1
// Counter.limit → 100
// Reflect.set(Counter, "limit", 3) → false
