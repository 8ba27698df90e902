'use mixmod';
// Exported functions as objects of JavaScript.
import { type i32 } from 'mixmod';
export function named(a: i32, b?: i32): i32 { return a + (b ?? 0); }
export const arrow = (x: number): number => x * 2;
function inner(text: string): string { return text; }
export { inner as renamed };
export function text(s: string): string { return s; }
// [named.name, named.length, arrow.name, arrow.length, renamed.length] → [ 'named', 1, 'arrow', 1, 1 ]
// [typeof named, named instanceof Function, Object.prototype.toString.call(named)] → [ 'function', true, '[object Function]' ]
// Object.getPrototypeOf(named) === Function.prototype → true
// named.call(null, 1, 2) → 3
// [1, 2, 3].map((x) => arrow(x)) → [ 2, 4, 6 ]
// [1, 2, 3].map(arrow) → [ 2, 4, 6 ]
// (named.mine = 1, named.mine) → 1
// Reflect.apply(arrow, {}, [4]) → 8
// new Proxy(arrow, {})(5) → 10
// renamed('x') → 'x'
// Promise.resolve(21).then(arrow) → 42
// text.toString().length > 0 → true
