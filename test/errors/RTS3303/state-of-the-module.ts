'use mixmod';
import { offthread } from 'mixmod';
let total = 0;
const ROOT = Math.sqrt(Date.now());
const TABLE = [1, 2, 3];
const TEXT = `a${ROOT}`;
const WRITTEN = 'b';
class Counter {
  static count = 0;
  value = 0;
  // error RTS3303: Counter.count is a variable of the module, and counted runs on another thread (counted → Counter.next)
  // error RTS3303: Counter.count is a variable of the module, and counted runs on another thread (counted → Counter.next)
  next(): number { return ++Counter.count + this.value; }
}
// error RTS3303: TABLE is a variable of the module, and sum runs on another thread (sum → deep)
function deep(x: number): number { return x > 0 ? deep(x - 1) : TABLE[0]; }
export const sum = offthread((n: number): number => {
  total += n; // error RTS3303: total is a variable of the module, and sum runs on another thread
  // error RTS3303: total is a variable of the module, and sum runs on another thread
  const add = (x: number): number => total + x;
  return deep(n) + ROOT + add(1);
});
// error RTS3303: TEXT is a variable of the module, and named runs on another thread
export const named = offthread((): string => TEXT + WRITTEN);
export const counted = offthread((): number => new Counter().next());
export function allowed(n: number): number { return deep(n) + total; }
