'use mixmod';
// Live functions are called with values of any type that crosses, and give them.
import { i32, i64, space, type JSValue } from 'mixmod';
interface Point { readonly x: number; readonly y: number }
export function add(f: JSValue, a: number, b: i32): number { return space.call(f, null, a, b); }
export function tell(f: JSValue, self: JSValue): string {
  return space.call<string>(f, self, 'text', true, 7n as i64, [1, 2], { x: 1, y: 2 }, null, undefined);
}
export function spread(f: JSValue, values: readonly JSValue[]): JSValue { return space.call(f, undefined, 1, ...values); }
export function join(list: JSValue, by: string): string { return space.callMethod<string>(list, 'join', by); }
export function method(value: JSValue, name: string): JSValue { return space.callMethod(value, name); }
export function make(constructor: JSValue, size: number): JSValue { return space.construct(constructor, size); }
export function is(value: JSValue, constructor: JSValue): boolean { return space.isInstance(value, constructor); }
export function mapped(list: JSValue, by: number): JSValue {
  return space.callMethod(list, 'map', (item: number): number => item * by);
}
export function point(f: JSValue): number {
  const { x, y } = space.call<Point>(f, null);
  return x + y;
}
export function points(value: JSValue): number[] { return space.unwrap<Point[]>(value).map(({ x }) => x); }
export function effect(f: JSValue): void { space.call(f, null, 1); }
export function maximum(values: readonly number[]): number {
  return space.callMethod<number>(space.global('Math'), 'max', ...values);
}
export function caught(f: JSValue): string {
  try {
    space.call(f, null);
    return 'nothing';
  } catch (error) {
    return error instanceof RangeError ? `range: ${error.message}` : error instanceof Error ? error.name : '';
  } finally {
    space.callMethod(space.global('String'), 'raw', { raw: [''] });
  }
}
// add((a, b) => a + b, 1.5, 2) → 3.5
// add((a, b) => 'x', 1, 2) → TypeError: space.call: the result must be a number, got string
// tell(function (...args) { return [this.name, ...args.map((each) => typeof each === 'bigint' ? 'big' : JSON.stringify(each))].join('; '); }, { name: 'self' }) → 'self; "text"; true; big; [1,2]; {"x":1,"y":2}; null; '
// spread((...args) => args.length, ['a', {}, null]) → 4
// join([1, 2, 3], '-') → '1-2-3'
// join({}, '-') → TypeError: value.join is not a function
// method('text', 'toUpperCase') → 'TEXT'
// make(Array, 3).length → 3
// make(class { constructor(size) { if (size > 3) throw new RangeError('too much'); } }, 4) → RangeError: too much
// make(5, 4) → TypeError: constructor is not a constructor
// [is([], Array), is({}, Array)] → [ true, false ]
// is({}, {}) → TypeError: Right-hand side of 'instanceof' is not callable
// mapped([1, 2], 3) → [ 3, 6 ]
// point(() => ({ x: 1, y: 2 })) → 3
// point(() => ({ x: 1 })) → TypeError: space.call: the result.y must be a number, got undefined
// points([{ x: 1, y: 2 }, { x: 3, y: 4 }]) → [ 1, 3 ]
// points([{ x: 1, y: 2 }, {}]) → TypeError: space.unwrap: argument 1 (value)[1].x must be a number, got undefined
// seen = [], effect((x) => { seen.push(x); }), seen → [ 1 ]
// maximum([1, 5, 3]) → 5
// caught(() => { throw new RangeError('far'); }) → 'range: far'
// caught(() => { throw new SyntaxError('bad'); }) → 'SyntaxError'
// caught(() => {}) → 'nothing'
// own = new TypeError('own'), [1].map(() => { try { effect(() => { throw own; }); } catch (error) { return error === own; } })[0] → true
