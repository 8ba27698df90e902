'use mixmod';
// Live values lie in fields, arrays, maps, closures, records that cross, and variables of the module.
import { space, type JSValue } from 'mixmod';
interface Named { readonly name: string; readonly value: JSValue }
class Holder {
  readonly first: JSValue;
  last: JSValue | null = null;
  constructor(first: JSValue) { this.first = first; }
}
const kept: JSValue[] = [];
const byName = new Map<string, JSValue>();
let current: JSValue | null = null;
export function keep(value: JSValue): number { return kept.push(value); }
export function nth(index: number): JSValue { return kept[index]; }
export function name(name: string, value: JSValue): void { byName.set(name, value); }
export function named(name: string): JSValue | undefined { return byName.get(name); }
export function setCurrent(value: JSValue | null): void { current = value; }
export function getCurrent(): JSValue | null { return current; }
export function pair(a: JSValue, b: JSValue): JSValue[] {
  const holder = new Holder(a);
  holder.last = b;
  return [holder.last, holder.first];
}
export function all(values: readonly Named[]): Named[] { return values.map(({ name, value }) => ({ name: `${name}!`, value })); }
export function later(value: JSValue): () => JSValue { return () => value; }
export function apply(f: (value: JSValue, index: number) => JSValue, values: readonly JSValue[]): JSValue[] { return values.map((value, i) => f(value, i)); }
export function tuple(value: [JSValue, number]): [number, JSValue] { return [value[1], value[0]]; }
export function fields(value: { a: JSValue; b: JSValue | null }): Map<string, JSValue> {
  const map = new Map<string, JSValue>([['a', value.a]]);
  if (value.b !== null) map.set('b', value.b);
  return map;
}
export function wrapped(): JSValue[] {
  const object = space.newObject();
  space.set(object, 'self', object);
  const list = space.newArray();
  space.callMethod(list, 'push', 1, 'two', object);
  return [list, space.wrap([1, 2]), space.wrap(new Map<string, number>([['a', 1]])), space.wrap(null)];
}
// o = { o: 1 }, keep(o), keep(null), [nth(0) === o, nth(1)] → [ true, null ]
// name('o', o), [named('o') === o, named('p')] → [ true, undefined ]
// [getCurrent(), setCurrent(o), getCurrent() === o, setCurrent(null), getCurrent()] → [ null, undefined, true, undefined, null ]
// pair(1, o) → [ { o: 1 }, 1 ]
// all([{ name: 'a', value: o }, { name: 'b', value: undefined }]) → [ { name: 'a!', value: { o: 1 } }, { name: 'b!', value: undefined } ]
// later(o)() === o → true
// apply((value, index) => [value, index], ['a', o]) → [ [ 'a', 0 ], [ { o: 1 }, 1 ] ]
// apply((value) => { throw value; }, [o]) → thrown { o: 1 }
// tuple([o, 5]) → [ 5, { o: 1 } ]
// fields({ a: 1, b: null }) → Map(1) { 'a' => 1 }
// fields({ a: 1, b: undefined }) → Map(2) { 'a' => 1, 'b' => undefined }
// [l, m] = wrapped(), [l.length, l[2].self === l[2], m] → [ 3, true, [ 1, 2 ] ]
// wrapped().slice(1) → [ [ 1, 2 ], Map(1) { 'a' => 1 }, null ]
