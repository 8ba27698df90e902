'use mixmod';
// Values that JavaScript has laid out in words and a text (`compiler/builtins/glue/`), and back: `check` instantiates these functions for
// the types of exports, and defines what depends on the type. What is written beyond the end of the words is counted only: the caller
// comes again with more room.
import { f64, i32, i64, isize, u32 } from 'mixmod';

/** Where the next word and the next part of the text are. */
export interface Cursor {
  at: isize;
  text: string;
  textAt: isize;
  /** How deep within values of recursive types. */
  level: isize;
  /** Of the export, for errors. */
  name: string;
}

/** A value of the type. */
declare function fromWords<T>(words: Float64Array, cursor: Cursor): T;
declare function partsFromWords<T>(words: Float64Array, cursor: Cursor): T;
declare function toWords<T>(words: Float64Array, cursor: Cursor, value: T): void;
declare function partsToWords<T>(words: Float64Array, cursor: Cursor, value: T): void;

export function cursorAt(at: isize, text: string, name: string): Cursor {
  return { at, text, textAt: 0, level: 0, name };
}

// ---- from JavaScript ----

export function takeNumber(words: Float64Array, cursor: Cursor): number {
  const value = words[cursor.at];
  cursor.at++;
  return value;
}

/** Its low and its high half. */
export function takeLong(words: Float64Array, cursor: Cursor): i64 {
  const low = u32(takeNumber(words, cursor));
  const high = i32(takeNumber(words, cursor));
  return (i64(high) << 32n) | i64(low);
}

function takeCount(words: Float64Array, cursor: Cursor): isize {
  const count = isize(words[cursor.at]);
  cursor.at++;
  return count;
}

export function takeText(words: Float64Array, cursor: Cursor): string {
  const start = cursor.textAt;
  cursor.textAt = start + takeCount(words, cursor);
  return cursor.text.slice(start, cursor.textAt);
}

export function takeArray<T>(words: Float64Array, cursor: Cursor): T[] {
  const count = takeCount(words, cursor);
  const items: T[] = [];
  for (let i: isize = 0; i < count; i++) items.push(fromWords<T>(words, cursor));
  return items;
}

export function takeNumbers(words: Float64Array, cursor: Cursor): number[] {
  const count = takeCount(words, cursor);
  const first = cursor.at;
  const items = new Array<number>(count).fill(0);
  for (let i: isize = 0; i < count; i++) items[i] = words[first + i];
  cursor.at = first + count;
  return items;
}

/** A record or tuple. */
export function takeObject<T>(words: Float64Array, cursor: Cursor): T {
  return partsFromWords<T>(words, cursor);
}

export function takeMap<K, V>(words: Float64Array, cursor: Cursor): Map<K, V> {
  const count = takeCount(words, cursor);
  const map = new Map<K, V>();
  for (let i: isize = 0; i < count; i++) {
    const key = fromWords<K>(words, cursor);
    map.set(key, fromWords<V>(words, cursor));
  }
  return map;
}

export function takeSet<K>(words: Float64Array, cursor: Cursor): Set<K> {
  const count = takeCount(words, cursor);
  const set = new Set<K>();
  for (let i: isize = 0; i < count; i++) set.add(fromWords<K>(words, cursor));
  return set;
}

// ---- to JavaScript ----

export function giveNumber(words: Float64Array, cursor: Cursor, value: number): void {
  if (cursor.at < isize(words.length)) words[cursor.at] = value;
  cursor.at++;
}

export function giveLong(words: Float64Array, cursor: Cursor, value: i64): void {
  giveNumber(words, cursor, i32(value));
  giveNumber(words, cursor, i32(value >> 32n));
}

export function giveText(words: Float64Array, cursor: Cursor, value: string): void {
  giveNumber(words, cursor, value.length);
  cursor.text += value;
}

export function giveArray<T>(words: Float64Array, cursor: Cursor, value: readonly T[]): void {
  const count = value.length;
  giveNumber(words, cursor, count);
  for (let i = 0; i < count; i++) toWords<T>(words, cursor, value[i]);
}

export function giveNumbers(words: Float64Array, cursor: Cursor, value: readonly number[]): void {
  const count = isize(value.length);
  giveNumber(words, cursor, value.length);
  const first = cursor.at;
  cursor.at = first + count;
  if (cursor.at > isize(words.length)) return;
  for (let i: isize = 0; i < count; i++) words[first + i] = value[i];
}

export function giveObject<T>(words: Float64Array, cursor: Cursor, value: T): void {
  partsToWords<T>(words, cursor, value);
}

export function giveMap<K, V>(words: Float64Array, cursor: Cursor, value: Map<K, V>): void {
  giveNumber(words, cursor, value.size);
  for (const [key, item] of value) {
    toWords<K>(words, cursor, key);
    toWords<V>(words, cursor, item);
  }
}

export function giveSet<K>(words: Float64Array, cursor: Cursor, value: Set<K>): void {
  giveNumber(words, cursor, value.size);
  for (const key of value) toWords<K>(words, cursor, key);
}

/** Of a recursive type: `most` levels at most. */
export function enter(cursor: Cursor, most: isize): void {
  cursor.level++;
  if (cursor.level > most)
    throw new RangeError(
      `${cursor.name}: the result is nested deeper than ${most} levels, or contains itself`,
    );
}

export function leave(cursor: Cursor): void {
  cursor.level--;
}

/** Where the values end. */
export function close(words: Float64Array, cursor: Cursor, start: isize): void {
  if (start < isize(words.length)) words[start] = f64(cursor.at);
}

export function isComplete(words: Float64Array, cursor: Cursor): boolean {
  return cursor.at <= isize(words.length);
}
