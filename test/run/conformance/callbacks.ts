'use mixmod';
// Functions of JavaScript that the program calls: with what arguments, with what `this`, and what becomes of the result.
import { type i32 } from 'mixmod';
export function run(f: (text: string) => void): void { f('hello world'); }
export function result(f: () => number): number { return f() * 2; }
export function counted(f: (a: i32, b: string, c: boolean) => number): number { return f(1, 'b', true); }
export function twice(f: () => void): void { f(); f(); }
export function nested(depth: i32, f: (depth: i32) => i32): i32 { return depth === 0 ? f(0) : f(depth) + nested(depth - 1, f); }
export function sorted(items: number[], compare: (a: number, b: number) => number): number[] { return items.sort(compare); }
export function same(f: () => void, g: () => void): boolean { return f === g; }
export function orDefault(f?: (x: number) => number): number { return f ? f(1) : -1; }
// seen = [], run((...args) => { seen.push(...args); }), seen → [ 'hello world' ]
// selves = [], run(function () { 'use strict'; selves.push(this); }), selves → [ undefined ]
// result(() => 21) → 42
// result(Math.random.bind(null)) < 2 → true
// result(function () { return arguments.length; }) → 0
// counted((...args) => args.length) → 3
// counted((a, b, c) => [a, b, c].join() === '1,b,true' ? 1 : 0) → 1
// count = 0, twice(() => { count++; }), count → 2
// twice(async () => {}) → undefined
// nested(3, (depth) => depth) → 6
// nested(2, (depth) => depth > 0 ? nested(depth - 1, () => 1) : 10) → 13
// sorted([3, 1, 2], (a, b) => b - a) → [ 3, 2, 1 ]
// sorted([3, 1, 2], () => NaN).length → 3
// f = () => {}, [same(f, f), same(f, () => {})] → [ true, false ]
// same(f, f.bind(null)) → false
// orDefault() → -1
// orDefault((x) => x + 1) → 2
// result(new Proxy(() => 4, {})) → 8
// result(() => { throw 'text'; }) → thrown 'text'
// result(() => { throw undefined; }) → thrown undefined
// error = new RangeError('mine'), caught = null, (() => { try { result(() => { throw error; }); } catch (one) { caught = one; } return caught === error; })() → true
