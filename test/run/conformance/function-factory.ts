'use mixmod';
// Functions that calls make: closures of the program.
import { type i32 } from 'mixmod';
export function constant(text: string): () => string { return () => text; }
export function counter(): { next: () => i32; reset: (to: i32) => void } { let n: i32 = 0; return { next: () => ++n, reset: (to) => { n = to; } }; }
export function composed(f: (x: number) => number, g: (x: number) => number): (x: number) => number { return (x) => g(f(x)); }
export function same(f: () => string): () => string { return f; }
// hello = constant('hello'), hello() → 'hello'
// hello.call({ a: 1 }, 2, 3) → 'hello'
// [typeof hello, hello.length] → [ 'function', 0 ]
// constant('a') === constant('a') → false
// c = counter(), [c.next(), c.next(), c.next()] → [ 1, 2, 3 ]
// d = counter(), [d.next(), c.next()] → [ 1, 4 ]
// (c.reset(10), c.next()) → 11
// c.reset.length → 1
// composed(Math.sqrt, (x) => x + 1)(9) → 4
// composed(composed((x) => x * 2, (x) => x + 1), (x) => x * 10)(3) → 70
// same(hello) === hello → true
// same(() => 'mine')() → 'mine'
// (() => { try { new hello(); } catch (error) { return error instanceof TypeError; } })() → true
