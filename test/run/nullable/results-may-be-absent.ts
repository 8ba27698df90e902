'use mixmod';
import { i32, i64 } from 'mixmod';
export function find(a: Int32Array, wanted: i32): i32 | null {
  for (let i: i32 = 0; i < a.length; i++) if (a[i] === wanted) return i;
  return null;
}
export function maybe(a: boolean): i64 | undefined { return a ? 5n : undefined; }
// find(new Int32Array([5, 6, 7]), 7) → 2
// find(new Int32Array([5, 6, 7]), 8) → null
// maybe(true) → 5n
// maybe(false) → undefined
