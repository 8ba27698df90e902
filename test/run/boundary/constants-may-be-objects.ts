'use mixmod';
// Constants that are objects cross once, when the module has been loaded: what crosses as a copy is frozen, what is itself is itself.
import { i32, i64 } from 'mixmod';
interface Point { readonly x: number; y: number; readonly tags?: string[] }
interface Tree { readonly value: i32; readonly children: readonly Tree[] }
export class Counter { n: i32 = 0; add(): i32 { return ++this.n; } }
export class Failure extends Error { code: string = 'E'; }
export const table = new Map<string, i32>();
export const primes: number[] = [];
export const origin: Point = { x: 1, y: 2, tags: ['a'] };
export const pair: readonly [string, i64] = ['p', i64(7)];
export const names = new Set(['b', 'a']);
export const tree: Tree = { value: 1, children: [{ value: 2, children: [] }] };
export const counter = new Counter();
export const failure = new Failure('at load');
export const none: Point | null = null;
export const epoch = new Date(0);
export const points: Point[] = [origin, { x: 3, y: 4 }];
const add = (x: number): number => x + origin.y;
export const table2: Map<string, (x: number) => number> = new Map([['add', add]]);
for (let n = 2; primes.length < 5; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
for (const n of primes) table.set(`p${n}`, i32(n * n));
export function grow(): number { primes.push(99); table.set('new', 1); origin.y = 10; counter.add(); return primes.length; }
export function isCounter(other: Counter): boolean { return other === counter; }
export function thrown(): void { throw failure; }
// table → Map(5) { 'p2' => 4, 'p3' => 9, 'p5' => 25, 'p7' => 49, 'p11' => 121 }
// primes → [ 2, 3, 5, 7, 11 ]
// origin → { x: 1, y: 2, tags: [ 'a' ] }
// [pair, names, none, epoch.getTime()] → [ [ 'p', 7n ], Set(2) { 'b', 'a' }, null, 0 ]
// tree → { value: 1, children: [ { value: 2, children: [] } ] }
// $exports.primes === primes → true
// [Object.isFrozen(primes), Object.isFrozen(origin), Object.isFrozen(origin.tags), Object.isFrozen(pair), Object.isFrozen(tree.children[0])] → [ true, true, true, true, true ]
// (() => { try { primes.push(1); } catch (error) { return error instanceof TypeError; } })() → true
// grow() → 6
// [primes.length, table.size, origin.y] → [ 5, 5, 2 ]
// [counter instanceof Counter, counter.n, isCounter(counter), counter.add()] → [ true, 1, true, 2 ]
// [failure instanceof Failure, failure.message, failure.code] → [ true, 'at load', 'E' ]
// (() => { try { thrown(); } catch (error) { return error === failure; } })() → true
// points → [ { x: 1, y: 2, tags: [ 'a' ] }, { x: 3, y: 4, tags: undefined } ]
// table2.get('add')(5) → 15
