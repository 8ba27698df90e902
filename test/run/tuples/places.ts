'use mixmod';
import { i32 } from 'mixmod';
type Pair = [number, string];
function make(n: number, text: string): Pair { return [n, text]; }
export function read(n: number): number {
  const p = make(n, 'abc');
  p[0] += 1;
  return p[0] * 10 + p[1].length + p.length * 100;
}
export function constant(): number {
  const p = [1, true] as const;
  return p[1] ? p[0] : 0;
}
export function items(n: i32): number {
  const pairs: [i32, i32][] = [];
  for (let i: i32 = 0; i < n; i++) pairs.push([i, i * i]);
  let sum = 0;
  for (const pair of pairs) sum += pair[0] * 100 + pair[1];
  return sum;
}
export function inner(): number {
  const p: readonly [Pair, number[]] = [[1, 'ab'], [3, 4, 5]];
  p[1][0] = 30;
  p[0][1] = 'abcd';
  return p[0][1].length + p[1][0];
}
// read(4) → 253
// constant() → 1
// items(4) → 614
// inner() → 34
