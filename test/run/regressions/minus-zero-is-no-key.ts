'use mixmod';
import { f32 } from 'mixmod';
const sign = (x: number): number => 1 / x;
export function set(): number {
  let sum = 0;
  for (const key of new Set<number>([-0, 1])) sum += sign(key);
  return sum;
}
export function map(x: f32): number {
  const all = new Map<f32, string>();
  all.set(x, 'a');
  all.set(0, 'b');
  let sum = all.size;
  for (const key of all.keys()) sum += sign(key);
  return sum;
}
export function nullable(x: number | null): number {
  let sum = 0;
  new Set<number | null>([x, null]).forEach((key) => { sum += key === null ? 1 : sign(key); });
  return sum;
}
// set() → Infinity
// map(-0) → Infinity
// nullable(-0) → Infinity
