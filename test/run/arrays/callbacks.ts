'use mixmod';
import { i32 } from 'mixmod';
/** The items as digits, with their number in front. */
function digits(items: readonly number[]): number {
  let text = items.length;
  for (const item of items) text = text * 10 + item;
  return text;
}
export function map(): number { return digits([1, 2, 3].map((x) => x * 2)); }
export function mapIndex(): number { return digits([5, 6, 7].map((x, i) => x - i)); }
export function mapType(): number {
  const flags = [1, 2, 3].map((x) => x > 1);
  const points = [1, 2].map((x) => ({ x, y: x * 2 }));
  return (flags[0] ? 1 : 0) + (flags[2] ? 10 : 0) + points[1].y * 100;
}
export function filter(limit: number): number { return digits([1, 5, 2, 6].filter((x) => x > limit)); }
export function forEach(): number {
  let sum = 0;
  [1, 2, 3].forEach((x, i) => { sum += x * (i + 1); });
  return sum;
}
export function reduce(): number { return [1, 2, 3].reduce((sum, x) => sum * 10 + x, 9) + [4, 5].reduce((a, b) => a * b); }
export function reduceRight(): number { return [1, 2, 3].reduceRight((sum, x) => sum * 10 + x, 0) * 100 + [1, 2].reduceRight((a, b) => a * 10 + b); }
export function empty(): number { return ([] as number[]).reduce((a, b) => a + b); }
export function tests(limit: number): string {
  const items = [1, 2, 3];
  if (items.every((x) => x > limit)) return 'all';
  return items.some((x) => x > limit) ? 'some' : 'none';
}
export function finds(limit: number): number {
  const items = [1, 3, 2, 3];
  const test = (x: number): boolean => x > limit;
  return (items.find(test) ?? 9) * 1000 + (items.findIndex(test) + 1) * 100 + (items.findLast(test) ?? 9) * 10 + items.findLastIndex(test) + 1;
}
export function flatMap(): number { return digits([1, 2, 3].flatMap((x) => (x === 2 ? [] : [x, x]))); }
export function sort(): number { return digits([3, 1, 9, 2, 5, 4, 8, 7, 6].sort((a, b) => a - b)); }
export function sorted(n: i32): number {
  const items: i32[] = [];
  let x: i32 = 74755;
  for (let i: i32 = 0; i < n; i++) {
    x = (x * 1309 + 13849) & 65535;
    items.push(x % 1000);
  }
  const up = items.toSorted((a, b) => a - b);
  items.sort((a, b) => b - a);
  let wrong = 0;
  for (let i: i32 = 1; i < n; i++) if (up[i - 1] > up[i] || items[i - 1] < items[i]) wrong++;
  return wrong * 1000000 + up[0] + up[n - 1] * 1000;
}
/** Equal items keep their order. */
export function stable(): number {
  const pairs: [number, number][] = [];
  for (let i = 0; i < 20; i++) pairs.push([i % 3, i]);
  pairs.sort((a, b) => a[0] - b[0]);
  let wrong = 0;
  for (let i = 1; i < 20; i++)
    if (pairs[i - 1][0] > pairs[i][0] || (pairs[i - 1][0] === pairs[i][0] && pairs[i - 1][1] > pairs[i][1])) wrong++;
  return wrong;
}
export function chained(): number {
  return [1, 2, 3, 4].filter((x) => x % 2 === 0).map((x) => x * x).reduce((a, b) => a + b, 0);
}
export function shrinking(): number {
  const items = [1, 2, 3, 4];
  let visited = 0;
  items.forEach((x) => { visited = visited * 10 + x; items.pop(); });
  return visited;
}
export function growing(): number {
  const items = [1, 2];
  items.forEach((x) => { items.push(x); });
  return digits(items);
}
// map() → 3246
// mapIndex() → 3555
// mapType() → 410
// filter(3) → 256
// forEach() → 14
// reduce() → 9143
// reduceRight() → 32121
// empty() → TypeError: Reduce of empty array with no initial value
// tests(0) → 'all'
// tests(2) → 'some'
// tests(3) → 'none'
// finds(2) → 3234
// finds(3) → 9090
// flatMap() → 41133
// sort() → 9123456789
// sorted(100) → 989008
// stable() → 0
// chained() → 20
// shrinking() → 12
// growing() → 41212
