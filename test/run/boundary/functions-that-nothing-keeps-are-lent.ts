'use mixmod';
// Functions that are only called have no place behind the call; those that are kept, compared or given back do.
import { i32 } from 'mixmod';
type F = (x: number) => number;
interface Holder { f: F }
let kept: F | null = null;
let holders: Holder[] = [];
function twice(f: F, x: number): number { return f(f(x)); }
function keepDeep(f: F, depth: i32): number { if (depth > 0) return keepDeep(f, i32(depth - 1)); kept = f; return 1; }
export function call(f: F, x: number): number { return f(x); }
export function handed(f: F, x: number): number { return twice(f, x) + [x, x + 1].map(f).length; }
export function captured(f: F, all: number[]): number[] { return all.map((x) => f(x) + 1).filter((x) => f(x) > 0); }
export function absent(f: F | null, x: number): number { return f === null ? x : f(x); }
export function two(f: F, g: (x: boolean, n: i32) => boolean, x: number): number { return g(x > 0, i32(x)) ? f(x) : -1; }
export function keep(f: F): void { kept = f; }
export function deep(f: F): number { return keepDeep(f, 3); }
export function object(f: F): number { holders.push({ f }); return holders.length; }
export function closure(f: F): F { return (x) => f(x) + 100; }
export function same(f: F, g: F): boolean { return f === g; }
export function itself(f: F): F { return f; }
export function late(x: number): number { const f = kept; return f === null ? -1 : f(x); }
export function all(x: number): number[] { return holders.map(({ f }) => f(x)); }
export function chosen(f: F, g: F, first: boolean, x: number): number { const h = first ? f : g; return h(x); }
export function rounds(f: F, n: i32): number { let x = 1; for (let i: i32 = 0; i < n; i++) x = f(x); return x; }
export function thrown(f: F, x: number): number { try { return f(x); } catch (error) { return error instanceof Error ? -error.message.length : 0; } }
export class Each {
  #n: i32;
  constructor(n: i32) { this.#n = n; }
  by(f: F): number { let sum = 0; for (let i: i32 = 0; i < this.#n; i++) sum += f(i); return sum; }
  static of(f: F): number { return f(7); }
}
// call((x) => x + 1, 1) → 2
// call((x) => call((y) => call((z) => z + x + y, 1), 10), 100) → 111
// handed((x) => x * 2, 3) → 14
// captured((x) => x - 2, [1, 2, 3, 4]) → [ 3 ]
// absent((x) => -x, 5) → -5
// absent(null, 5) → 5
// two((x) => x / 2, (positive, n) => positive && n > 1, 3) → 1.5
// two((x) => x / 2, (positive, n) => positive && n > 1, -3) → -1
// two((x) => x / 2, () => 1, 3) → TypeError: callback: the result must be a boolean, got number
// keep((x) => x + 1000), call((x) => x, 1), late(1) → 1001
// deep((x) => x + 2000), call((x) => x, 1), late(1) → 2001
// object((x) => x + 1), object((x) => x + 2), call((x) => x + 50, 1), all(10) → [ 11, 12 ]
// plus = closure((x) => x + 1), call((x) => x, 1), [plus(1), call(plus, 2), handed(plus, 0)] → [ 102, 103, 204 ]
// f = (x) => x, [same(f, f), same(f, (x) => x)] → [ true, false ]
// itself(plus) === plus → true
// chosen((x) => x + 1, (x) => x - 1, false, 5) → 4
// rounds((x) => call((y) => y * 2, x), 10) → 1024
// e = new Error('four'), thrown(() => { throw e; }, 1) → -4
// (() => { try { call(() => { throw e; }, 1); } catch (caught) { return caught === e; } })() → true
// call((x) => thrown((y) => { throw new RangeError(String(y)); }, x) + 1, 123) → -2
// new Each(4).by((x) => x * x) → 14
// Each.of((x) => new Each(2).by((y) => x + y)) → 15
// [1, 2, 3].map((x) => call((y) => x * y, 2)) → [ 2, 4, 6 ]
// call('f', 1) → TypeError: call: argument 1 (f) must be a function, got string
// call((x) => x, '1') → TypeError: call: argument 2 (x) must be a number, got string
// call((x) => x + 1, 1) → 2
