'use mixmod';
// Math.max and Math.min of arrays.
import { i32 } from 'mixmod';
export function extremes(n: number): string {
  const items = [3, n, -2];
  return `${Math.max(...items)} ${Math.min(...items)} ${Math.max(10, ...items, ...items, 1)}`;
}
// extremes(5) → '5 -2 10'
// extremes(NaN) → 'NaN NaN NaN'
// extremes(-7) → '3 -7 10'
export const none = (): string => {
  const empty = [1].slice(1);
  return `${Math.max(...empty)} ${Math.min(...empty)} ${Math.max(...empty, 4)}`;
};
// none() → '-Infinity Infinity 4'
export const integers = (n: i32): number => Math.max(...[n, n * 2]) + 1 / Math.min(...[0, -0]);
// integers(3) → -Infinity
