'use mixmod';
// Array.prototype, as far as it is no operation of the machine: functions that `check` instantiates for the types in use. Lengths
// are read again in each round: a callback may change the array, and an item that has gone is not visited (ECMA-262 23.1.3).
import { f64, isize } from 'mixmod';

/** An index that counts from the end where it is negative, from 0 to `length` (ECMA-262 23.1.3.28, steps 3 to 6). */
export function clampIndex(index: number, length: isize): isize {
  const whole = Math.trunc(index);
  if (whole < 0) {
    const fromEnd = whole + f64(length);
    return fromEnd > 0 ? isize(fromEnd) : 0;
  }
  if (whole < f64(length)) return isize(whole);
  return whole === whole ? length : 0;
}

// ---- search ----

/** ECMA-262 23.1.3.17. */
export function indexOf<T>(items: readonly T[], value: T, from: number = 0): number {
  for (let i = clampIndex(from, items.length); i < items.length; i++)
    if (items[i] === value) return f64(i);
  return -1;
}

/** ECMA-262 23.1.3.20. */
export function lastIndexOf<T>(items: readonly T[], value: T, from: number = Infinity): number {
  const whole = Math.trunc(from);
  const place = whole === whole ? whole : 0;
  const last = place < 0 ? place + items.length : Math.min(place, items.length - 1);
  for (let i = isize(Math.max(last, -1)); i >= 0; i--) if (items[i] === value) return f64(i);
  return -1;
}

/** ECMA-262 23.1.3.16: NaN is found too. */
export function includes<T>(items: readonly T[], value: T, from: number = 0): boolean {
  const isNaN = value !== value;
  for (let i = clampIndex(from, items.length); i < items.length; i++) {
    const item = items[i];
    if (item === value || (isNaN && item !== item)) return true;
  }
  return false;
}

/** ECMA-262 23.1.3.1. */
export function at<T>(items: readonly T[], index: number): T | undefined {
  const whole = Math.trunc(index);
  const place = whole < 0 ? whole + f64(items.length) : whole === whole ? whole : 0;
  return place >= 0 && place < items.length ? items[isize(place)] : undefined;
}

// ---- change ----

/** ECMA-262 23.1.3.26. */
export function reverse<T>(items: T[]): T[] {
  let low: isize = 0;
  let high: isize = isize(items.length) - 1;
  while (low < high) {
    const item = items[low];
    items[low] = items[high];
    items[high] = item;
    low++;
    high--;
  }
  return items;
}

/** ECMA-262 23.1.3.27. */
export function shift<T>(items: T[]): T | undefined {
  if (items.length === 0) return undefined;
  const first = items[0];
  items.copyWithin(0, 1);
  items.length = items.length - 1;
  return first;
}

/** ECMA-262 23.1.3.37. */
export function unshift<T>(items: T[], added: readonly T[]): number {
  const old = items.length;
  items.push(...added);
  items.copyWithin(added.length, 0, old);
  for (let i: isize = 0; i < added.length; i++) items[i] = added[i];
  return items.length;
}

/** ECMA-262 23.1.3.31. */
export function splice<T>(items: T[], start: number, count: number, added: readonly T[]): T[] {
  const first = clampIndex(start, items.length);
  const rest: isize = items.length - first;
  const gone = count > 0 ? clampIndex(count, rest) : 0;
  const removed = items.slice(first, first + gone);
  if (added.length === 0) {
    items.copyWithin(first, first + gone);
    items.length = items.length - f64(gone);
    return removed;
  }
  const tail = items.slice(first + gone);
  items.length = f64(first);
  items.push(...added, ...tail);
  return removed;
}

// ---- copies ----

/** ECMA-262 23.1.3.33. */
export function toReversed<T>(items: readonly T[]): T[] {
  return reverse(items.slice());
}

/** ECMA-262 23.1.3.39; an index out of range is the RangeError of every other access. */
export function withItem<T>(items: readonly T[], index: number, value: T): T[] {
  const copy = items.slice();
  const whole = Math.trunc(index);
  copy[whole < 0 ? whole + f64(copy.length) : whole === whole ? whole : 0] = value;
  return copy;
}

/** ECMA-262 23.1.3.35. */
export function toSpliced<T>(
  items: readonly T[],
  start: number,
  count: number,
  added: readonly T[],
): T[] {
  const copy = items.slice();
  splice(copy, start, count, added);
  return copy;
}

/** ECMA-262 23.1.3.13, one level deep. */
export function flat<T>(items: readonly (readonly T[])[]): T[] {
  const result: T[] = [];
  for (const inner of items) result.push(...inner);
  return result;
}

// ---- callbacks ----

type Callback<T, R> = (item: T, index: number, items: readonly T[]) => R;

/** ECMA-262 23.1.3.15. */
export function forEach<T>(items: readonly T[], callback: Callback<T, void>): void {
  const length = isize(items.length);
  for (let i: isize = 0; i < length && i < items.length; i++) callback(items[i], f64(i), items);
}

/** ECMA-262 23.1.3.21. */
export function map<T, R>(items: readonly T[], callback: Callback<T, R>): R[] {
  const length = isize(items.length);
  const result: R[] = [];
  for (let i: isize = 0; i < length && i < items.length; i++)
    result.push(callback(items[i], f64(i), items));
  return result;
}

/** ECMA-262 23.1.3.8. */
export function filter<T>(items: readonly T[], callback: Callback<T, boolean>): T[] {
  const length = isize(items.length);
  const result: T[] = [];
  for (let i: isize = 0; i < length && i < items.length; i++) {
    const item = items[i];
    if (callback(item, f64(i), items)) result.push(item);
  }
  return result;
}

/** ECMA-262 23.1.3.14. */
export function flatMap<T, R>(items: readonly T[], callback: Callback<T, readonly R[]>): R[] {
  const length = isize(items.length);
  const result: R[] = [];
  for (let i: isize = 0; i < length && i < items.length; i++)
    result.push(...callback(items[i], f64(i), items));
  return result;
}

/** ECMA-262 23.1.3.24. */
export function reduce<T, R>(
  items: readonly T[],
  callback: (result: R, item: T, index: number, items: readonly T[]) => R,
  first: R,
): R {
  const length = isize(items.length);
  let result = first;
  for (let i: isize = 0; i < length && i < items.length; i++)
    result = callback(result, items[i], f64(i), items);
  return result;
}

/** Without a first value: that is the first item. */
export function reduceItems<T>(
  items: readonly T[],
  callback: (result: T, item: T, index: number, items: readonly T[]) => T,
): T {
  const length = isize(items.length);
  if (length === 0) throw new TypeError('Reduce of empty array with no initial value');
  let result = items[0];
  for (let i: isize = 1; i < length && i < items.length; i++)
    result = callback(result, items[i], f64(i), items);
  return result;
}

/** ECMA-262 23.1.3.25. */
export function reduceRight<T, R>(
  items: readonly T[],
  callback: (result: R, item: T, index: number, items: readonly T[]) => R,
  first: R,
): R {
  let result = first;
  for (let i: isize = isize(items.length) - 1; i >= 0; i--)
    if (i < items.length) result = callback(result, items[i], f64(i), items);
  return result;
}

/** Without a first value: that is the last item. */
export function reduceItemsRight<T>(
  items: readonly T[],
  callback: (result: T, item: T, index: number, items: readonly T[]) => T,
): T {
  const last: isize = isize(items.length) - 1;
  if (last < 0) throw new TypeError('Reduce of empty array with no initial value');
  let result = items[last];
  for (let i: isize = last - 1; i >= 0; i--)
    if (i < items.length) result = callback(result, items[i], f64(i), items);
  return result;
}

/** ECMA-262 23.1.3.29. */
export function some<T>(items: readonly T[], callback: Callback<T, boolean>): boolean {
  const length = isize(items.length);
  for (let i: isize = 0; i < length && i < items.length; i++)
    if (callback(items[i], f64(i), items)) return true;
  return false;
}

/** ECMA-262 23.1.3.6. */
export function every<T>(items: readonly T[], callback: Callback<T, boolean>): boolean {
  const length = isize(items.length);
  for (let i: isize = 0; i < length && i < items.length; i++)
    if (!callback(items[i], f64(i), items)) return false;
  return true;
}

/** ECMA-262 23.1.3.9. */
export function find<T>(items: readonly T[], callback: Callback<T, boolean>): T | undefined {
  const length = isize(items.length);
  for (let i: isize = 0; i < length && i < items.length; i++) {
    const item = items[i];
    if (callback(item, f64(i), items)) return item;
  }
  return undefined;
}

/** ECMA-262 23.1.3.10. */
export function findIndex<T>(items: readonly T[], callback: Callback<T, boolean>): number {
  const length = isize(items.length);
  for (let i: isize = 0; i < length && i < items.length; i++)
    if (callback(items[i], f64(i), items)) return f64(i);
  return -1;
}

/** ECMA-262 23.1.3.11. */
export function findLast<T>(items: readonly T[], callback: Callback<T, boolean>): T | undefined {
  for (let i: isize = isize(items.length) - 1; i >= 0; i--) {
    if (i >= items.length) continue;
    const item = items[i];
    if (callback(item, f64(i), items)) return item;
  }
  return undefined;
}

/** ECMA-262 23.1.3.12. */
export function findLastIndex<T>(items: readonly T[], callback: Callback<T, boolean>): number {
  for (let i: isize = isize(items.length) - 1; i >= 0; i--)
    if (i < items.length && callback(items[i], f64(i), items)) return f64(i);
  return -1;
}

/** ECMA-262 23.1.2.1 of `{ length }` and a callback. */
export function from<R>(
  length: isize,
  callback: (item: number | undefined, index: number) => R,
): R[] {
  const result: R[] = [];
  for (let i: isize = 0; i < length; i++) result.push(callback(undefined, f64(i)));
  return result;
}

// ---- sort ----

type Compare<T> = (a: T, b: T) => number;

/** ECMA-262 23.1.3.30: stable; the items are sorted in a copy and then stored. */
export function sort<T>(items: T[], compare: Compare<T>): T[] {
  const sorted = sortedCopy(items, compare);
  for (let i: isize = 0; i < sorted.length; i++) {
    // The callback may have changed the array's length.
    if (i < items.length) items[i] = sorted[i];
    else items.push(sorted[i]);
  }
  return items;
}

/** ECMA-262 23.1.3.34. */
export function toSorted<T>(items: readonly T[], compare: Compare<T>): T[] {
  return sortedCopy(items, compare);
}

/** Runs of this length are sorted by insertion, then merged. */
const RUN: isize = 8;

function sortedCopy<T>(items: readonly T[], compare: Compare<T>): T[] {
  let from = items.slice();
  const length: isize = from.length;
  for (let low: isize = 0; low < length; low += RUN)
    sortRun(from, low, low + RUN < length ? low + RUN : length, compare);
  if (length <= RUN) return from;
  let to = from.slice();
  for (let width = RUN; width < length; width *= 2) {
    for (let low: isize = 0; low < length; low += 2 * width) {
      const middle = low + width < length ? low + width : length;
      merge(from, to, low, middle, middle + width < length ? middle + width : length, compare);
    }
    const merged = to;
    to = from;
    from = merged;
  }
  return from;
}

function sortRun<T>(items: T[], low: isize, high: isize, compare: Compare<T>): void {
  for (let i = low + 1; i < high; i++) {
    const item = items[i];
    let j = i;
    while (j > low && compare(items[j - 1], item) > 0) {
      items[j] = items[j - 1];
      j--;
    }
    items[j] = item;
  }
}

/** The sorted runs [low, middle) and [middle, high) of `from` to one of `to`. */
function merge<T>(
  from: readonly T[],
  to: T[],
  low: isize,
  middle: isize,
  high: isize,
  compare: Compare<T>,
): void {
  let left = low;
  let right = middle;
  for (let i = low; i < high; i++) {
    const takesLeft = left < middle && (right >= high || !(compare(from[left], from[right]) > 0));
    if (takesLeft) {
      to[i] = from[left];
      left++;
    } else {
      to[i] = from[right];
      right++;
    }
  }
}

/** Without a comparison JavaScript compares as texts, which these are. */
export function sortTexts(items: string[]): string[] {
  return sort(items, compareTexts);
}

export function toSortedTexts(items: readonly string[]): string[] {
  return sortedCopy(items, compareTexts);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** ECMA-262 23.1.3.18: null and undefined are empty texts. */
export function join<T>(items: readonly T[], separator: string = ','): string {
  let text = '';
  for (let i: isize = 0; i < items.length; i++) {
    if (i > 0) text += separator;
    const item = items[i];
    if (item !== null && item !== undefined) text += `${item}`;
  }
  return text;
}

// ---- iterators: each step looks at the array as it is then (ECMA-262 23.1.5.1) ----

export function* keys<T>(items: readonly T[]): Generator<number> {
  for (let i: isize = 0; i < items.length; i++) yield f64(i);
}

export function* values<T>(items: readonly T[]): Generator<T> {
  for (let i: isize = 0; i < items.length; i++) yield items[i];
}

export function* entries<T>(items: readonly T[]): Generator<[number, T]> {
  for (let i: isize = 0; i < items.length; i++) yield [f64(i), items[i]];
}

// ---- Math.max(...items), Math.min(...items): ECMA-262 21.3.2.24, 21.3.2.25 ----

export function largest<T extends number>(items: readonly T[]): number {
  let found: number = -Infinity;
  for (let i: isize = 0; i < items.length; i++) found = Math.max(found, items[i]);
  return found;
}

export function smallest<T extends number>(items: readonly T[]): number {
  let found: number = Infinity;
  for (let i: isize = 0; i < items.length; i++) found = Math.min(found, items[i]);
  return found;
}
