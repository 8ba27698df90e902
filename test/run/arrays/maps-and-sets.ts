'use mixmod';
import { i32 } from 'mixmod';
export function counts(): number {
  const map = new Map<number, number>();
  for (const x of [3, 1, 3, 2, 1, 3]) map.set(x, (map.get(x) ?? 0) + 1);
  let order = 0;
  for (const [key, value] of map) order = order * 100 + key * 10 + value;
  return order * 10 + map.size;
}
export function missing(): number {
  const map = new Map<string, number>([['a', 1], ['b', 2]]);
  return (map.get('b') ?? 9) * 10 + (map.get('c') ?? 9) + (map.has('a') ? 100 : 0) + (map.has('') ? 1000 : 0);
}
export function sameValueZero(): number {
  const set = new Set<number>();
  set.add(0).add(-0).add(NaN).add(NaN).add(0.5).add(1e300).add(1e300).add(Infinity);
  let zero = 0;
  for (const key of set) if (key === 0) zero = 1 / key;
  return set.size * 10 + (set.has(NaN) ? 1 : 0) + (zero === Infinity ? 100 : 0);
}
interface Key { id: number }
export function identity(): number {
  const a: Key = { id: 1 };
  const b: Key = { id: 1 };
  const map = new Map<Key, string>();
  map.set(a, 'a').set(b, 'bb').set(a, 'aaa');
  return map.size * 100 + (map.get(a) ?? '').length * 10 + (map.get(b) ?? '').length;
}
/** Objects move in collections; their places in the table do not. */
export function moving(n: i32): number {
  const keys: Key[] = [];
  const map = new Map<Key, number>();
  for (let i: i32 = 0; i < n; i++) {
    const key: Key = { id: i };
    keys.push(key);
    map.set(key, i);
  }
  let wrong = 0;
  for (const key of keys) if (map.get(key) !== key.id) wrong++;
  return wrong * 100000 + map.size;
}
export function many(n: i32): number {
  const set = new Set<i32>();
  for (let i: i32 = 0; i < n; i++) set.add((i * 7919) % 1000);
  let sum = 0;
  for (let i: i32 = 0; i < 1000; i++) if (set.has(i)) sum++;
  return sum * 10000 + set.size;
}
export function deleted(): number {
  const map = new Map<number, number>();
  for (let i = 0; i < 100; i++) map.set(i, i);
  let gone = 0;
  for (let i = 0; i < 100; i++) if (i % 10 !== 0 && map.delete(i)) gone++;
  if (map.delete(1)) gone += 1000;
  map.set(1, 5);
  let order = 0;
  for (const key of map.keys()) order = order * 3 + key;
  return gone * 1000000 + order + map.size;
}
/** What is added during a walk is visited, what is deleted before its turn is not. */
export function changing(): number {
  const set = new Set<number>([1, 2, 3, 4]);
  let visited = 0;
  for (const key of set) {
    visited = visited * 10 + key;
    if (key === 1) set.delete(2);
    if (key === 3) { set.add(5); set.delete(1); set.add(1); }
  }
  return visited;
}
/** Deleted places are taken out while walks stand behind them. */
export function compacting(): number {
  const map = new Map<number, number>();
  for (let i = 0; i < 40; i++) map.set(i, i * 2);
  let sum = 0;
  let rounds = 0;
  for (const [key, value] of map) {
    rounds++;
    sum += value;
    if (key >= 5 && key < 30) for (let i = 0; i < key; i++) map.delete(i);
    if (key === 35) map.set(100, 1000);
  }
  return rounds * 100000 + sum * 100 + map.size;
}
export function cleared(): number {
  const map = new Map<number, string>([[1, 'a'], [2, 'b']]);
  let visited = 0;
  for (const key of map.keys()) {
    visited = visited * 10 + key;
    if (key === 1) { map.clear(); map.set(7, 'c'); map.set(8, 'd'); }
  }
  return visited * 10 + map.size;
}
export function nullableKeys(): number {
  const map = new Map<string | null, number>([[null, 1], ['', 2]]);
  map.set(null, 3);
  return (map.get(null) ?? 0) * 10 + (map.get('') ?? 0) + map.size * 100;
}
export function walks(): number {
  const map = new Map<number, number>([[1, 2], [3, 4]]);
  let sum = 0;
  for (const key of map.keys()) sum = sum * 10 + key;
  for (const value of map.values()) sum = sum * 10 + value;
  for (const [key, value] of map.entries()) sum = sum * 10 + key * value;
  const set = new Set(['a', 'bb']);
  for (const text of set) sum = sum * 10 + text.length;
  for (const [a, b] of set.entries()) sum = sum * 10 + a.length + b.length;
  return sum;
}
export function callbacks(): number {
  let sum = 0;
  new Map<number, number>([[1, 2], [3, 4]]).forEach((value, key) => { sum = sum * 100 + key * 10 + value; });
  new Set<number>([5, 6]).forEach((key) => { sum = sum * 10 + key; });
  return sum;
}
// callbacks() → 123456
// counts() → 3312213
// missing() → 129
// sameValueZero() → 151
// identity() → 232
// moving(3000) → 3000
// many(5000) → 10001000
// deleted() → 90442722
// changing() → 13451
// compacting() → 4356012
// cleared() → 1782
// nullableKeys() → 232
// walks() → 1324321224
