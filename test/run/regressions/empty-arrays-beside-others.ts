'use mixmod';
// `[]` beside an array of integers is one of integers too, and so is every literal behind `??`.
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
export function literals(n: i32): number {
  const shifted = 2 >> n;
  const a = (n > 0 ? undefined : [n, shifted]) ?? [n];
  const b: i32[] = a;
  const c: i32[] = (n > 0 ? undefined : [n]) ?? (n > 3 ? [] : []);
  return b.length + c.length * 10;
}
// literals(0) → 12
// literals(1) → 1
