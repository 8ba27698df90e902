'use mixmod';
// Map and Set: entries in the order of insertion, and a table of their places by hash (ECMA-262 24.1, 24.2).
import { f64, i32, isize, type i64 } from 'mixmod';

/** A hash of any key: the same for keys that are the same by SameValueZero. `check` chooses the function by the type. */
declare function hashOf<K>(key: K): i32;
/** What is kept of a key: 0 for -0. By the type, too. */
declare function keyOf<K>(key: K): K;

/** `check` makes this of `Set<K>`. */
interface Set<K> {
  /** By hash, with linear probing: 0 is free, -1 was deleted, else the place of the key and 1. The length is a power of 2. */
  table: i32[];
  /** Places that are not free: the table has room for as many again. */
  used: isize;
  list: K[];
  /** Which of the keys have not been deleted. */
  live: boolean[];
  count: isize;
  moves: Moves;
}

/** `check` makes this of `Map<K, V>`: the values lie at the places of their keys. */
interface Map<K, V> {
  index: Set<K>;
  items: V[];
}

/** What has happened to the places since a walk began: a chain of which each walk holds the last link that it has seen. */
interface Moves {
  /** The places that were taken out, in order; null until something was. */
  removed: isize[] | null;
  /** Everything was taken out. */
  cleared: boolean;
  next: Moves | null;
}

// ---- hashes ----

function mixed(hash: i32): i32 {
  let h = hash;
  h ^= (h >> 16) & 0xffff;
  h *= 0x45d9f3b;
  h ^= (h >> 15) & 0x1ffff;
  return h;
}

/** Integers by their low and high half, fractions by their first bits. */
export function hashNumber(key: number): i32 {
  const low = i32(key);
  if (low === key) return mixed(low);
  const whole = Math.trunc(key);
  return mixed(low ^ (i32(whole / 4294967296) * 31) ^ i32((key - whole) * 4294967296));
}

export function hashLong(key: i64): i32 {
  return mixed(i32(key) ^ (i32(key >> 32n) * 31));
}

export function hashBoolean(key: boolean): i32 {
  return key ? 1 : 2;
}

export function hashObject(hash: i32): i32 {
  return mixed(hash);
}

// ---- the table ----

const FIRST: isize = 8;

export function newSet<K>(): Set<K> {
  return {
    table: new Array<i32>(FIRST).fill(0),
    used: 0,
    list: [],
    live: [],
    count: 0,
    moves: { removed: null, cleared: false, next: null },
  };
}

export function newMap<K, V>(): Map<K, V> {
  return { index: newSet<K>(), items: [] };
}

/** The place of a key, or -1. */
function placeOf<K>(set: Set<K>, key: K): isize {
  const { table, list } = set;
  const mask = isize(table.length) - 1;
  const isNaN = key !== key;
  for (let at = isize(hashOf(key)) & mask; ; at = (at + 1) & mask) {
    const entry = table[at];
    if (entry === 0) return -1;
    if (entry > 0) {
      const other = list[entry - 1];
      if (other === key || (isNaN && other !== other)) return isize(entry) - 1;
    }
  }
}

/** A new place at the end. */
function append<K>(set: Set<K>, key: K): void {
  if (2 * (set.used + 1) > isize(set.table.length)) grow(set);
  set.list.push(keyOf(key));
  set.live.push(true);
  set.count++;
  enter(set, key, i32(set.list.length));
}

function enter<K>(set: Set<K>, key: K, entry: i32): void {
  const { table } = set;
  const mask = isize(table.length) - 1;
  let at = isize(hashOf(key)) & mask;
  while (table[at] !== 0) at = (at + 1) & mask;
  table[at] = entry;
  set.used++;
}

/** A table with room for twice the keys that are there; deleted ones have gone before it is made (`compact`). */
function grow<K>(set: Set<K>): void {
  let length = FIRST;
  while (length < 4 * (set.count + 1)) length *= 2;
  set.table = new Array<i32>(length).fill(0);
  set.used = 0;
  for (let i: isize = 0; i < set.list.length; i++)
    if (set.live[i]) enter(set, set.list[i], i32(i) + 1);
}

/** Takes deleted keys out when they are many; gives their places, or null. */
function compact<K>(set: Set<K>): isize[] | null {
  const gone = isize(set.list.length) - set.count;
  if (gone < 8 || gone < set.count) return null;
  const removed: isize[] = [];
  let to: isize = 0;
  for (let i: isize = 0; i < set.list.length; i++) {
    if (set.live[i]) {
      set.list[to] = set.list[i];
      to++;
    } else removed.push(i);
  }
  set.list.length = f64(to);
  set.live = new Array<boolean>(to).fill(true);
  grow(set);
  moved(set, removed, false);
  return removed;
}

function moved<K>(set: Set<K>, removed: isize[] | null, cleared: boolean): void {
  const next: Moves = { removed: null, cleared: false, next: null };
  set.moves.removed = removed;
  set.moves.cleared = cleared;
  set.moves.next = next;
  set.moves = next;
}

// ---- walks ----

export interface Walk {
  at: isize;
  moves: Moves;
}

export function walk<K>(set: Set<K>): Walk {
  return { at: 0, moves: set.moves };
}

export function walkMap<K, V>(map: Map<K, V>): Walk {
  return walk(map.index);
}

/** The next place, or -1 at the end; keys that are added meanwhile are visited too. */
export function step<K>(set: Set<K>, walk: Walk): isize {
  for (let next = walk.moves.next; next !== null; next = walk.moves.next) {
    const { removed, cleared } = walk.moves;
    let before: isize = 0;
    if (removed !== null) for (const place of removed) if (place < walk.at) before++;
    walk.at = cleared ? 0 : walk.at - before;
    walk.moves = next;
  }
  while (walk.at < set.list.length) {
    const at = walk.at++;
    if (set.live[at]) return at;
  }
  return -1;
}

export function stepMap<K, V>(map: Map<K, V>, walk: Walk): isize {
  return step(map.index, walk);
}
export function keyAt<K>(set: Set<K>, at: isize): K {
  return set.list[at];
}
export function mapKeyAt<K, V>(map: Map<K, V>, at: isize): K {
  return map.index.list[at];
}
export function valueAt<K, V>(map: Map<K, V>, at: isize): V {
  return map.items[at];
}

// ---- Set ----

export function setSize<K>(set: Set<K>): number {
  return f64(set.count);
}
export function setHas<K>(set: Set<K>, key: K): boolean {
  return placeOf(set, key) >= 0;
}

export function setAdd<K>(set: Set<K>, key: K): Set<K> {
  if (placeOf(set, key) < 0) append(set, key);
  return set;
}

export function setOf<K>(keys: readonly K[]): Set<K> {
  const set = newSet<K>();
  for (const key of keys) setAdd(set, key);
  return set;
}

export function setClear<K>(set: Set<K>): void {
  set.list = [];
  set.live = [];
  set.count = 0;
  grow(set);
  moved(set, null, true);
}

/** The place that is free now, or -1. */
function remove<K>(set: Set<K>, key: K): isize {
  const place = placeOf(set, key);
  if (place < 0) return -1;
  const { table } = set;
  const mask = isize(table.length) - 1;
  let at = isize(hashOf(key)) & mask;
  while (isize(table[at]) !== place + 1) at = (at + 1) & mask;
  table[at] = -1;
  set.live[place] = false;
  set.count--;
  return place;
}

export function setDelete<K>(set: Set<K>, key: K): boolean {
  if (remove(set, key) < 0) return false;
  if (set.count === 0) setClear(set);
  else compact(set);
  return true;
}

export function setForEach<K>(set: Set<K>, callback: (key: K, same: K, set: Set<K>) => void): void {
  const places = walk(set);
  for (let at = step(set, places); at >= 0; at = step(set, places))
    callback(set.list[at], set.list[at], set);
}

// ---- Map ----

export function mapSize<K, V>(map: Map<K, V>): number {
  return f64(map.index.count);
}
export function mapHas<K, V>(map: Map<K, V>, key: K): boolean {
  return placeOf(map.index, key) >= 0;
}

export function mapGet<K, V>(map: Map<K, V>, key: K): V | undefined {
  const place = placeOf(map.index, key);
  return place < 0 ? undefined : map.items[place];
}

export function mapSet<K, V>(map: Map<K, V>, key: K, value: V): Map<K, V> {
  const place = placeOf(map.index, key);
  if (place >= 0) map.items[place] = value;
  else {
    append(map.index, key);
    map.items.push(value);
  }
  return map;
}

export function mapOf<K, V>(entries: readonly (readonly [K, V])[]): Map<K, V> {
  const map = newMap<K, V>();
  for (const [key, value] of entries) mapSet(map, key, value);
  return map;
}

export function mapClear<K, V>(map: Map<K, V>): void {
  setClear(map.index);
  map.items = [];
}

export function mapDelete<K, V>(map: Map<K, V>, key: K): boolean {
  if (remove(map.index, key) < 0) return false;
  if (map.index.count === 0) mapClear(map);
  else {
    const removed = compact(map.index);
    if (removed !== null) takeOut(map.items, removed);
  }
  return true;
}

/** `removed` is in order. */
function takeOut<V>(values: V[], removed: readonly isize[]): void {
  let next: isize = 0;
  let to: isize = 0;
  for (let i: isize = 0; i < values.length; i++) {
    if (next < removed.length && removed[next] === i) next++;
    else {
      values[to] = values[i];
      to++;
    }
  }
  values.length = f64(to);
}

export function mapForEach<K, V>(
  map: Map<K, V>,
  callback: (value: V, key: K, map: Map<K, V>) => void,
): void {
  const places = walk(map.index);
  for (let at = step(map.index, places); at >= 0; at = step(map.index, places))
    callback(map.items[at], map.index.list[at], map);
}

// ---- sets together ----

/** ECMA-262 24.2.4.16. */
export function setUnion<K>(set: Set<K>, other: Set<K>): Set<K> {
  const result = setCopy(set);
  const places = walk(other);
  for (let at = step(other, places); at >= 0; at = step(other, places))
    setAdd(result, other.list[at]);
  return result;
}

function setCopy<K>(set: Set<K>): Set<K> {
  const result = newSet<K>();
  for (let at: isize = 0; at < set.list.length; at++)
    if (set.live[at]) append(result, set.list[at]);
  return result;
}

/** ECMA-262 24.2.4.9: in the order of the smaller set, the first of two of one size. */
export function setIntersection<K>(set: Set<K>, other: Set<K>): Set<K> {
  const isFirst = set.count <= other.count;
  return common(isFirst ? set : other, isFirst ? other : set, true);
}

/** ECMA-262 24.2.4.5. */
export function setDifference<K>(set: Set<K>, other: Set<K>): Set<K> {
  return common(set, other, false);
}

/** The keys of `set` that the other one has, or has not. */
function common<K>(set: Set<K>, other: Set<K>, isThere: boolean): Set<K> {
  const result = newSet<K>();
  for (let at: isize = 0; at < set.list.length; at++) {
    const key = set.list[at];
    if (set.live[at] && placeOf(other, key) >= 0 === isThere) append(result, key);
  }
  return result;
}

/** ECMA-262 24.2.4.15. */
export function setSymmetricDifference<K>(set: Set<K>, other: Set<K>): Set<K> {
  const result = common(set, other, false);
  for (let at: isize = 0; at < other.list.length; at++) {
    const key = other.list[at];
    if (other.live[at] && placeOf(set, key) < 0) append(result, key);
  }
  return result;
}

/** ECMA-262 24.2.4.11. */
export function setIsSubsetOf<K>(set: Set<K>, other: Set<K>): boolean {
  if (set.count > other.count) return false;
  for (let at: isize = 0; at < set.list.length; at++)
    if (set.live[at] && placeOf(other, set.list[at]) < 0) return false;
  return true;
}

/** ECMA-262 24.2.4.12. */
export function setIsSupersetOf<K>(set: Set<K>, other: Set<K>): boolean {
  return setIsSubsetOf(other, set);
}

/** ECMA-262 24.2.4.10. */
export function setIsDisjointFrom<K>(set: Set<K>, other: Set<K>): boolean {
  const isFirst = set.count <= other.count;
  const few = isFirst ? set : other;
  const many = isFirst ? other : set;
  for (let at: isize = 0; at < few.list.length; at++)
    if (few.live[at] && placeOf(many, few.list[at]) >= 0) return false;
  return true;
}

// ---- groups and lists ----

/** ECMA-262 24.1.2.1. */
export function groupBy<T, K>(
  items: readonly T[],
  callback: (item: T, index: number) => K,
): Map<K, T[]> {
  const groups = newMap<K, T[]>();
  for (let i: isize = 0; i < items.length; i++) {
    const item = items[i];
    const key = callback(item, f64(i));
    const place = placeOf(groups.index, key);
    if (place >= 0) groups.items[place].push(item);
    else mapSet(groups, key, [item]);
  }
  return groups;
}

// ---- iterators (ECMA-262 24.1.5, 24.2.6) ----

export function* setValues<K>(set: Set<K>): Generator<K> {
  const places = walk(set);
  for (let at = step(set, places); at >= 0; at = step(set, places)) yield set.list[at];
}

export function* setEntries<K>(set: Set<K>): Generator<[K, K]> {
  const places = walk(set);
  for (let at = step(set, places); at >= 0; at = step(set, places))
    yield [set.list[at], set.list[at]];
}

export function* mapKeys<K, V>(map: Map<K, V>): Generator<K> {
  const places = walkMap(map);
  for (let at = stepMap(map, places); at >= 0; at = stepMap(map, places)) yield map.index.list[at];
}

export function* mapValues<K, V>(map: Map<K, V>): Generator<V> {
  const places = walkMap(map);
  for (let at = stepMap(map, places); at >= 0; at = stepMap(map, places)) yield map.items[at];
}

export function* mapEntries<K, V>(map: Map<K, V>): Generator<[K, V]> {
  const places = walkMap(map);
  for (let at = stepMap(map, places); at >= 0; at = stepMap(map, places))
    yield [map.index.list[at], map.items[at]];
}
