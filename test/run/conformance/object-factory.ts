'use mixmod';
// Objects that calls make: each is a new one, an ordinary object of JavaScript.
interface Named { msg: string }
interface Node { value: number; next?: Node }
export function make(msg: string): Named { return { msg }; }
export function nested(): { inner: { list: Named[] }; pair: [number, string] } { return { inner: { list: [{ msg: 'a' }] }, pair: [1, 'b'] }; }
export function chain(length: number): Node { let node: Node = { value: 0 }; for (let i = 1; i < length; i++) node = { value: i, next: node }; return node; }
export function big(): { a: number; b: number; c: number; d: string; e: boolean; f: number; g: number; h: number; i: number; j: null | string } {
  return { a: 1, b: 2, c: 3, d: 'd', e: true, f: 6, g: 7, h: 8, i: 9, j: null };
}
// make('hello').msg → 'hello'
// make('hello') === make('hello') → false
// Object.getPrototypeOf(make('a')) === Object.prototype → true
// Object.getOwnPropertyDescriptor(make('a'), 'msg') → { value: 'a', writable: true, enumerable: true, configurable: true }
// Object.isExtensible(make('a')) → true
// o = make('a'), o.msg = 'b', o.more = 1, [make('a').msg, o] → [ 'a', { msg: 'b', more: 1 } ]
// nested().inner.list → [ { msg: 'a' } ]
// JSON.stringify(nested()) → '{"inner":{"list":[{"msg":"a"}]},"pair":[1,"b"]}'
// chain(2) → { value: 1, next: { value: 0, next: undefined } }
// chain(1000).next.next.value → 997
// chain(3000) → RangeError: chain: the result is nested deeper than 2000 levels, or contains itself
// Object.keys(big()).join('') → 'abcdefghij'
// big().j → null
