'use mixmod';
// `[]` beside an array of integers is one of integers too.
import { i32 } from 'mixmod';
const some = (n: i32): i32[] | null => (n > 0 ? [n, n + 1] : null);
export function lengths(n: i32): number {
  const a = some(n) ?? [];
  const b = n > 5 ? some(n)! : [];
  const c = n > 5 ? [] : [n];
  a.push(n);
  b.push(n);
  c.push(n);
  return a.length * 100 + b.length * 10 + c.length;
}
// lengths(0) → 112
// lengths(7) → 331
