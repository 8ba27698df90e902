'use mixmod';
import { i32 } from 'mixmod';
/** The items as digits, with their number in front. */
function digits(items: readonly number[]): number {
  let text = items.length;
  for (const item of items) text = text * 10 + item;
  return text;
}
export function indexOf(value: number, from: number): number { return [1, 2, 3, 2].indexOf(value, from); }
export function first(value: number): number { return [1, 2, NaN, 3].indexOf(value); }
export function lastIndexOf(value: number, from: number): number { return [1, 2, 3, 2].lastIndexOf(value, from); }
export function last(value: number): number { return [1, 2, 3, 2].lastIndexOf(value); }
export function includes(value: number): boolean { return [1, NaN, 3].includes(value); }
export function at(i: number): number { return [1, 2, 3].at(i) ?? 0; }
export function integers(): number {
  const items: i32[] = [3, 4, 5];
  const flags = [true, false];
  return items.indexOf(5) * 10 + flags.indexOf(false);
}
export function nullables(): number {
  const items: (number | null | undefined)[] = [1, null, undefined, NaN];
  return items.indexOf(null) + items.indexOf(undefined) * 10 + (items.includes(NaN) ? 100 : 0) + items.lastIndexOf(1) * 1000;
}
export function records(): number {
  const a = { x: 1 };
  const items = [{ x: 1 }, a, { x: 1 }];
  return items.indexOf(a) * 10 + items.indexOf({ x: 1 });
}
export function reverse(): number {
  const items = [1, 2, 3, 4, 5];
  const same = items.reverse();
  return digits(items) * 10 + (same === items ? 1 : 0);
}
export function toReversed(): number {
  const items: readonly number[] = [1, 2, 3];
  return digits(items.toReversed()) * 10000 + digits(items);
}
export function queue(): number {
  const items = [2, 3];
  const length = items.unshift(0, 1);
  const zero = items.shift() ?? 9;
  const none = ([] as number[]).shift() ?? 9;
  return digits(items) * 1000 + length * 100 + zero * 10 + none;
}
export function splice(start: number, count: number): number {
  const items = [1, 2, 3, 4, 5];
  const removed = items.splice(start, count);
  return digits(items) * 1000000 + digits(removed);
}
export function spliceIn(start: number, count: number): number {
  const items = [1, 2, 3, 4, 5];
  const removed = items.splice(start, count, 7, 8);
  return digits(items) * 1000000 + digits(removed);
}
export function spliceRest(start: number): number {
  const items = [1, 2, 3, 4, 5];
  items.splice(start);
  return digits(items);
}
export function concat(): number {
  const a = [1, 2];
  const b = a.concat([3, 4], 5, a);
  const rows = [[1], [2, 3]].concat([[4]]);
  return digits(b) * 10 + (b === a ? 1 : 0) + rows.length;
}
export function slices(begin: number, end: number): number { return digits([1, 2, 3, 4].slice(begin, end)); }
export function fills(): number { return digits([1, 2, 3, 4].fill(9, 1, -1)); }
export function copies(): number { return digits([1, 2, 3, 4, 5].copyWithin(0, 3)) + digits([1, 2, 3, 4, 5].copyWithin(1, 0, 3)) * 1000000; }
export function withItem(i: number): number { return digits([1, 2, 3].with(i, 9)); }
export function flat(): number { return digits([[1, 2], [], [3]].flat()); }
export function toSpliced(): number { const a = [1, 2, 3]; return digits(a.toSpliced(1, 1, 8, 9)) * 10000 + digits(a); }
// indexOf(2, 0) → 1
// indexOf(2, 2) → 3
// indexOf(2, -1) → 3
// indexOf(2, -100) → 1
// indexOf(2, 4) → -1
// indexOf(2, NaN) → 1
// indexOf(2, 1.9) → 1
// indexOf(2, Infinity) → -1
// first(3) → 3
// first(NaN) → -1
// lastIndexOf(2, 3) → 3
// lastIndexOf(2, 2) → 1
// lastIndexOf(2, -2) → 1
// lastIndexOf(1, -4) → 0
// lastIndexOf(1, -5) → -1
// lastIndexOf(2, 100) → 3
// lastIndexOf(1, NaN) → 0
// lastIndexOf(2, -0.5) → -1
// last(2) → 3
// last(4) → -1
// includes(NaN) → true
// includes(2) → false
// at(0) → 1
// at(-1) → 3
// at(3) → 0
// at(-4) → 0
// at(NaN) → 1
// at(1.5) → 2
// integers() → 21
// nullables() → 121
// records() → 9
// reverse() → 5543211
// toReversed() → 33213123
// queue() → 3123409
// splice(1, 2) → 3145000223
// splice(-2, 1) → 41235000014
// splice(0, 100) → 512345
// splice(2, 0) → 512345000000
// splice(2, -1) → 512345000000
// splice(2, NaN) → 512345000000
// spliceIn(1, 2) → 517845000223
// spliceIn(5, 1) → 71234578000000
// spliceRest(2) → 212
// spliceRest(-1) → 41234
// concat() → 712345123
// slices(1, 3) → 223
// slices(-2, Infinity) → 234
// slices(3, 1) → 0
// fills() → 41994
// copies() → 511235545345
// withItem(1) → 3193
// withItem(-1) → 3129
// withItem(3) → RangeError: index 3 is out of range for length 3
// flat() → 3123
// toSpliced() → 418933123
