'use mixmod';
// Properties of live values: by name, number, symbol; with types that are checked, and those that are not.
import { i32, space, type JSValue } from 'mixmod';
export function id(value: JSValue): JSValue { return value; }
export function lengthOf(value: JSValue): number { return space.get(value, 'length'); }
export function whole(value: JSValue, key: string): i32 { return space.get<i32>(value, key); }
export function at(value: JSValue, index: i32): JSValue { return space.get(value, index); }
export function path(value: JSValue, keys: readonly string[]): JSValue {
  let found = value;
  for (const key of keys) found = space.get(found, key);
  return found;
}
export function put(value: JSValue, key: JSValue, item: number): JSValue {
  space.set(value, key, item);
  space.set(value, 'text', `it is ${item}`);
  space.set(value, 'list', [item, item + 1]);
  space.set(value, 'record', { a: item, b: 'b' });
  space.set(value, 'nothing', null);
  return value;
}
export function has(value: JSValue, key: string): boolean { return space.has(value, key); }
export function remove(value: JSValue, key: string): boolean { return space.delete(value, key); }
export function names(value: JSValue): string { return space.keys(value).join(); }
export function sum(value: JSValue): number {
  let sum = 0;
  for (const [, item] of space.entries<number>(value)) sum += item;
  return sum;
}
// id(5) → 5
// o = { a: 1 }, id(o) === o → true
// [id(undefined), id(null), id(NaN), id(-0), id('x'), id(10n), id(Symbol.iterator)] → [ undefined, null, NaN, -0, 'x', 10n, Symbol(Symbol.iterator) ]
// [lengthOf('four'), lengthOf([1, 2, 3])] → [ 4, 3 ]
// lengthOf({}) → TypeError: space.get: the result must be a number, got undefined
// lengthOf(null) → TypeError: Cannot read properties of null (reading 'length')
// whole({ x: 7 }, 'x') → 7
// whole({ x: 7.5 }, 'x') → RangeError: space.get: the result must be an i32 (an integer from -2147483648 to 2147483647), got 7.5
// at(['a', { b: 2 }], 1) → { b: 2 }
// path({ a: { b: { c: 'deep' } } }, ['a', 'b', 'c']) → 'deep'
// path({ a: {} }, ['a', 'b', 'c']) → TypeError: Cannot read properties of undefined (reading 'c')
// put({}, 'key', 3) → { key: 3, text: 'it is 3', list: [ 3, 4 ], record: { a: 3, b: 'b' }, nothing: null }
// put(Object.freeze({}), 'key', 3) → TypeError: Cannot add property key, object is not extensible
// has({ x: 1 }, 'x') && !has({}, 'x') → true
// has(5, 'x') → TypeError: Cannot use 'in' operator to search for 'x' in 5
// p = { x: 1, y: 2 }, [remove(p, 'x'), names(p)] → [ true, 'y' ]
// remove(Object.freeze({ x: 1 }), 'x') → TypeError: Cannot delete property 'x' of #<Object>
// sum({ a: 1, b: 2.5 }) → 3.5
// sum({ a: 1, b: 'b' }) → TypeError: space.entries: the result[1][1] must be a number, got string
