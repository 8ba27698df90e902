'use mixmod';
// The collections that the larger programs bring with them, so that all languages run the same ones, and the random numbers
// of all programs.

/** Of period 65536; the same sequence each time. */
export class Random {
  private seed = 74755;

  next(): number {
    this.seed = (this.seed * 1309 + 13849) & 65535;
    return this.seed;
  }
}

const VECTOR_CAPACITY = 50;
const SET_CAPACITY = 10;

/** A queue in an array that grows by doubling. The free part of the array holds some item: arrays have no holes. */
export class Vector<T> {
  private storage: T[] = [];
  private first = 0;
  private end = 0;
  private readonly capacity: number;

  constructor(capacity = VECTOR_CAPACITY) {
    this.capacity = capacity;
  }

  static of<T>(item: T): Vector<T> {
    const vector = new Vector<T>(1);
    vector.append(item);
    return vector;
  }

  get size(): number {
    return this.end - this.first;
  }

  isEmpty(): boolean {
    return this.end === this.first;
  }

  at(index: number): T {
    if (index < 0 || index >= this.size) throw new RangeError(`there is no item ${index}`);
    return this.storage[this.first + index];
  }

  append(item: T): void {
    if (this.end === this.storage.length) this.grow(item);
    this.storage[this.end] = item;
    this.end++;
  }

  private grow(filler: T): void {
    const old = this.storage;
    const length = old.length === 0 ? Math.max(this.capacity, 1) : old.length * 2;
    this.storage = new Array<T>(length).fill(filler);
    for (let i = this.first; i < this.end; i++) this.storage[i] = old[i];
  }

  removeFirst(): T {
    if (this.isEmpty()) throw new RangeError('the vector is empty');
    this.first++;
    return this.storage[this.first - 1];
  }

  /** Whether the item was there. */
  remove(item: T): boolean {
    let kept = this.first;
    for (let i = this.first; i < this.end; i++) {
      const other = this.storage[i];
      if (other === item) continue;
      this.storage[kept] = other;
      kept++;
    }
    const found = kept < this.end;
    this.end = kept;
    return found;
  }

  removeAll(): void {
    this.storage = [];
    this.first = 0;
    this.end = 0;
  }

  forEach(action: (item: T) => void): void {
    for (let i = this.first; i < this.end; i++) action(this.storage[i]);
  }

  hasSome(condition: (item: T) => boolean): boolean {
    for (let i = this.first; i < this.end; i++) {
      if (condition(this.storage[i])) return true;
    }
    return false;
  }

  sort(isBefore: (a: T, b: T) => boolean): void {
    this.sortRange(this.first, this.end - 1, isBefore);
  }

  /** Quicksort; both ends are included. */
  private sortRange(low: number, high: number, isBefore: (a: T, b: T) => boolean): void {
    if (low >= high) return;
    const pivot = this.storage[(low + high) >> 1];
    let left = low;
    let right = high;
    while (left <= right) {
      while (isBefore(this.storage[left], pivot)) left++;
      while (isBefore(pivot, this.storage[right])) right--;
      if (left > right) break;
      const item = this.storage[left];
      this.storage[left] = this.storage[right];
      this.storage[right] = item;
      left++;
      right--;
    }
    this.sortRange(low, right, isBefore);
    this.sortRange(left, high, isBefore);
  }
}

/** For few items: they are compared one by one, by `===`. */
export class ItemSet<T> {
  private readonly items: Vector<T>;

  constructor(capacity = SET_CAPACITY) {
    this.items = new Vector<T>(capacity);
  }

  get size(): number {
    return this.items.size;
  }

  add(item: T): void {
    if (!this.contains(item)) this.items.append(item);
  }

  contains(item: T): boolean {
    return this.items.hasSome((other) => other === item);
  }

  forEach(action: (item: T) => void): void {
    this.items.forEach(action);
  }
}

export interface Hashable {
  hash(): number;
}

class Entry<K, V> {
  readonly hash: number;
  readonly key: K;
  value: V;
  next: Entry<K, V> | null = null;

  constructor(hash: number, key: K, value: V) {
    this.hash = hash;
    this.key = key;
    this.value = value;
  }
}

const DICTIONARY_CAPACITY = 16;

/** Objects by objects: chains of entries in buckets, whose number is a power of two. Keys are equal if they are the same. */
export class IdentityDictionary<K extends Hashable, V> {
  private buckets: (Entry<K, V> | null)[];
  private count = 0;

  constructor(capacity = DICTIONARY_CAPACITY) {
    this.buckets = new Array<Entry<K, V> | null>(capacity).fill(null);
  }

  get size(): number {
    return this.count;
  }

  at(key: K): V | null {
    const entry = this.find(key, this.spread(key));
    return entry === null ? null : entry.value;
  }

  containsKey(key: K): boolean {
    return this.find(key, this.spread(key)) !== null;
  }

  atPut(key: K, value: V): void {
    const hash = this.spread(key);
    const found = this.find(key, hash);
    if (found !== null) {
      found.value = value;
      return;
    }
    this.link(new Entry<K, V>(hash, key, value), this.buckets);
    this.count++;
    if (this.count > this.buckets.length) this.grow();
  }

  removeAll(): void {
    this.buckets = new Array<Entry<K, V> | null>(this.buckets.length).fill(null);
    this.count = 0;
  }

  keys(): Vector<K> {
    const keys = new Vector<K>(this.count);
    for (const head of this.buckets) {
      for (let entry = head; entry !== null; entry = entry.next) keys.append(entry.key);
    }
    return keys;
  }

  private spread(key: K): number {
    const hash = key.hash();
    return hash ^ (hash >>> 16);
  }

  private find(key: K, hash: number): Entry<K, V> | null {
    let entry = this.buckets[hash & (this.buckets.length - 1)];
    while (entry !== null) {
      if (entry.hash === hash && entry.key === key) return entry;
      entry = entry.next;
    }
    return null;
  }

  /** To the front of its chain. */
  private link(entry: Entry<K, V>, buckets: (Entry<K, V> | null)[]): void {
    const index = entry.hash & (buckets.length - 1);
    entry.next = buckets[index];
    buckets[index] = entry;
  }

  private grow(): void {
    const larger = new Array<Entry<K, V> | null>(this.buckets.length * 2).fill(null);
    for (const head of this.buckets) {
      let entry = head;
      while (entry !== null) {
        const next: Entry<K, V> | null = entry.next;
        this.link(entry, larger);
        entry = next;
      }
    }
    this.buckets = larger;
  }
}
