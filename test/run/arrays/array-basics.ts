'use mixmod';
import { i32, isize } from 'mixmod';
export function sum(n: i32): number {
  const items: number[] = [];
  for (let i: i32 = 0; i < n; i++) items.push(i * 2);
  let total = 0;
  for (const item of items) total += item;
  return total + items.length;
}
export function get(i: number): number {
  const items = [10, 20, 30];
  return items[i];
}
export function set(i: number, value: number): number {
  const items = [10, 20, 30];
  items[i] = value;
  items[i] += 1;
  items[i]++;
  return items[0] + items[1] + items[2];
}
export function pops(): number {
  const items: i32[] = [1, 2];
  const last = items.pop();
  const first = items.pop() ?? 100;
  const none = items.pop() ?? 1000;
  return (last ?? 0) * 10 + first + none;
}
export function filled(n: number, value: number): number {
  const items = new Array<number>(n).fill(value);
  let total = 0;
  for (let i = 0; i < items.length; i++) total += items[i];
  return total;
}
export function truncated(n: number): number {
  const items = [1, 2, 3, 4];
  items.length = n;
  return items.length;
}
export function growing(n: i32): number {
  const items = [n];
  let rounds = 0;
  for (const item of items) {
    rounds += item;
    if (item > 0) items.push(item - 1, 0);
  }
  return rounds * 1000 + items.length;
}
export function nested(n: isize): number {
  const rows: number[][] = [];
  for (let y: isize = 0; y < n; y++) {
    const row: number[] = [];
    for (let x: isize = 0; x < n; x++) row.push(1);
    rows.push(row);
  }
  let total = 0;
  for (const row of rows) for (const item of row) total += item;
  return total;
}
// sum(5) → 25
// get(1) → 20
// get(3) → RangeError: index 3 is out of range for length 3
// get(-1) → RangeError: index -1 is out of range for length 3
// get(0.5) → RangeError: 0.5 is not a valid index
// set(1, 5) → 47
// set(3, 5) → RangeError: index 3 is out of range for length 3
// pops() → 1021
// filled(3, 2.5) → 7.5
// filled(-1, 0) → RangeError: Invalid array length
// filled(1.5, 0) → RangeError: Invalid array length
// truncated(2) → 2
// truncated(4) → 4
// truncated(5) → RangeError: length 5 is longer than the array, which has 4 items
// growing(3) → 6007
// nested(3) → 9
