'use mixmod';
import { i32 } from 'mixmod';
export function entries(): number {
  let sum = 0;
  for (const [i, item] of [5, 6, 7].entries()) sum = sum * 100 + i * 10 + item;
  return sum;
}
export function keys(): number {
  const items: i32[] = [4, 4, 4];
  let sum = 0;
  for (const i of items.keys()) sum += i * items[i];
  return sum;
}
export function values(): number {
  let sum = 0;
  for (const row of [[1, 2], [3]].values()) for (const item of row) sum = sum * 10 + item;
  return sum;
}
export function pairs(): number {
  const kept: [number, number][] = [];
  for (const pair of [8, 9].entries()) kept.push(pair);
  kept[0][1] = 1;
  return kept[0][0] * 1000 + kept[0][1] * 100 + kept[1][0] * 10 + kept[1][1];
}
/** The length is read in each round, and a loop that shrinks its array ends early. */
export function shrinking(): number {
  const items = [1, 2, 3, 4];
  let rounds = 0;
  for (const item of items) {
    rounds = rounds * 10 + item;
    items.pop();
  }
  return rounds;
}
export function typed(): number {
  let sum = 0;
  for (const x of new Uint8Array([1, 2, 3])) sum = sum * 10 + x;
  return sum;
}
// entries() → 51627
// keys() → 12
// values() → 123
// pairs() → 119
// shrinking() → 12
// typed() → 123
