'use mixmod';
import { i32, i64 } from 'mixmod';
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number; name?: string };
export function counts(text: string): Map<string, i32> {
  const made = new Map<string, i32>();
  for (const one of text.split(' ')) made.set(one, (made.get(one) ?? 0) + 1);
  return made;
}
export function inverted(map: Map<string, number>): Map<number, string> {
  const made = new Map<number, string>();
  map.forEach((value, key) => made.set(value, key));
  return made;
}
export function union(a: Set<i64>, b: Set<i64>): Set<i64> { for (const one of b) a.add(one); return a; }
export function area(shape: Shape): number { return shape.kind === 'circle' ? shape.r * shape.r * 3 : shape.side * shape.side; }
export function shapes(all: Shape[]): Shape[] { return all; }
export function label(value: number | string | boolean | null): string { return value === null ? 'none' : `${typeof value} ${value}`; }
export function mixed(n: i32): (number | string)[] { return n === 0 ? [] : [1, 'two']; }
export function either(value: number[] | string): number | number[] { return typeof value === 'string' ? value.length : value; }
// counts('b a b') → Map(2) { 'b' => 2, 'a' => 1 }
// inverted(new Map([['x', 2], ['y', 1]])) → Map(2) { 2 => 'x', 1 => 'y' }
// inverted(new Map([['x', '2']])) → TypeError: inverted: argument 1 (map)[value 0] must be a number, got string
// inverted(new Map([['x', 2], [2, 2]])) → TypeError: inverted: argument 1 (map)[key 1] must be a string, got number
// inverted({}) → TypeError: inverted: argument 1 (map) must be a Map, got Object
// inverted(Object.create(Map.prototype)) → TypeError: inverted: argument 1 (map) must be a Map, got Object
// union(new Set([1n, 2n]), new Set([2n, 3n])) → Set(3) { 1n, 2n, 3n }
// union(new Set([1]), new Set()) → TypeError: union: argument 1 (a)[0] must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got number
// area({ kind: 'circle', r: 2 }) → 12
// area({ kind: 'square', side: 3 }) → 9
// area({ kind: 'cube', side: 3 }) → TypeError: area: argument 1 (shape) must be an object with kind 'circle' or an object with kind 'square', got Object
// area({ kind: 'circle', side: 3 }) → TypeError: area: argument 1 (shape).r must be a number, got undefined
// area(1) → TypeError: area: argument 1 (shape) must be an object with kind 'circle' or an object with kind 'square', got number
// shapes([{ kind: 'square', side: 1, name: 'q' }, { kind: 'circle', r: 0 }]) → [ { kind: 'square', side: 1, name: 'q' }, { kind: 'circle', r: 0 } ]
// label(1) → 'number 1'
// label('x') → 'string x'
// label(true) → 'boolean true'
// label(null) → 'none'
// label(undefined) → TypeError: label: argument 1 (value) must be a number, a string, a boolean or null, got undefined
// mixed(1) → [ 1, 'two' ]
// either([1, 2]) → [ 1, 2 ]
// either('abc') → 3
// reads = [] → []
// area({ get kind() { reads.push('kind'); return 'circle'; }, r: 1 }) → 3
// reads → [ 'kind' ]
