'use mixmod';
// Parameters of all types that cross, at all places. No functions cross: what can be in the fast lane is in it.
import { type f32, type f64, type i16, i32, type i64, type i8, type isize, type u16, type u32, type u64, type u8, type usize } from 'mixmod';

let calls: i32 = 0;
/** How many calls have begun: a wrong argument leaves it as it was. */
export function begun(): i32 { return calls; }

export enum Color { Red, Green = 5 }
interface Point { x: number; y: i32 }
interface Line { from: Point; to: Point; name?: string }
interface Shape { points: Point[]; at: [number, string]; 'odd name': u8 }
interface Tree { value: i32; children: Tree[] }
interface Circle { kind: 'circle'; r: number }
interface Square { kind: 'square'; side: u8 }

export function float(x: number): void { calls++; }
export function double(x: f64): void { calls++; }
export function single(x: f32): void { calls++; }
export function byte(x: u8): void { calls++; }
export function small(x: i8): void { calls++; }
export function short(x: i16): void { calls++; }
export function word(x: u16): void { calls++; }
export function int(x: i32): void { calls++; }
export function natural(x: u32): void { calls++; }
export function size(x: isize): void { calls++; }
export function count(x: usize): void { calls++; }
export function long(x: i64): void { calls++; }
export function unsigned(x: u64): void { calls++; }
export function flag(x: boolean): void { calls++; }
export function text(x: string): void { calls++; }
export function color(x: Color): void { calls++; }
export function third(a: i32, b: number, c: u8): void { calls++; }
export function bytes(data: Uint8Array): void { calls++; }
export function floats(data: Float64Array, scale: number): void { calls++; }
export function longs(data: BigInt64Array): void { calls++; }
export function clamped(data: Uint8ClampedArray): void { calls++; }
export function buffer(data: ArrayBuffer): void { calls++; }
export function view(data: DataView): void { calls++; }
export function nullable(x: number | null): void { calls++; }
export function absent(x: string | null | undefined): void { calls++; }
export function optional(a: number, b?: u8, c: i32 = 1): void { calls++; }
export function rest(a: string, ...all: u8[]): void { calls++; }
export function point(p: Point): void { calls++; }
export function line(l: Line): void { calls++; }
export function shape(s: Shape): void { calls++; }
export function list(all: number[]): void { calls++; }
export function matrix(rows: number[][]): void { calls++; }
export function tuple(t: [i32, boolean]): void { calls++; }
export function map(m: Map<string, u8>): void { calls++; }
export function set(s: Set<i32>): void { calls++; }
export function date(d: Date): void { calls++; }
export function dates(all: Map<string, Date[]>): void { calls++; }
export function tree(t: Tree): void { calls++; }
export function figure(f: Circle | Square): void { calls++; }
export function either(x: number | string): void { calls++; }
export function many(x: string | number[] | Map<string, number> | null): void { calls++; }
export function views(v: { data: Uint8Array; all: Float32Array[] }): void { calls++; }

export class Counter {
  static limit: u8 = 10;
  static of(count: i32): Counter { return new Counter(count, 'of'); }
  static total(all: Counter[]): i32 { let sum: i32 = 0; for (const one of all) sum += one.count; return sum; }
  count: i32;
  readonly name: string;
  at: Point = { x: 0, y: 0 };
  constructor(count: i32, name: string) { this.count = count; this.name = name; calls++; }
  add(n: i32): void { this.count += n; }
  join(other: Counter, at: Point): void { this.count += other.count; this.at = at; }
  get half(): number { return this.count / 2; }
  set half(value: number) { this.count = i32(value * 2); }
  [Symbol.dispose](): void { this.count = 0; }
}
export class Special extends Counter { constructor(extra: u8) { super(i32(extra), 'special'); } twice(): i32 { return this.count * 2; } }
export abstract class Base { abstract name(): string; size(): i32 { return 1; } }
class Derived extends Base { name(): string { return 'derived'; } }
export function base(): Base { return new Derived(); }
export function counter(c: Counter): void { calls++; }
export function special(c: Special | null): void { calls++; }
export function counters(all: Map<string, Counter>): void { calls++; }

// begun() → 0
// float(0.5) → undefined
// float() → TypeError: float: argument 1 (x) must be a number, got undefined
// float('1') → TypeError: float: argument 1 (x) must be a number, got string
// float(1n) → TypeError: float: argument 1 (x) must be a number, got bigint
// float(new Number(1)) → TypeError: float: argument 1 (x) must be a number, got Number
// double(null) → TypeError: double: argument 1 (x) must be a number, got null
// double(Symbol('s')) → TypeError: double: argument 1 (x) must be a number, got symbol
// single(0.1) → undefined
// single(true) → TypeError: single: argument 1 (x) must be a number, got boolean
// byte(255) → undefined
// byte(256) → RangeError: byte: argument 1 (x) must be a u8 (an integer from 0 to 255), got 256
// byte(-1) → RangeError: byte: argument 1 (x) must be a u8 (an integer from 0 to 255), got -1
// byte(1.5) → RangeError: byte: argument 1 (x) must be a u8 (an integer from 0 to 255), got 1.5
// byte(NaN) → RangeError: byte: argument 1 (x) must be a u8 (an integer from 0 to 255), got NaN
// byte(Infinity) → RangeError: byte: argument 1 (x) must be a u8 (an integer from 0 to 255), got Infinity
// byte('1') → TypeError: byte: argument 1 (x) must be a u8 (an integer from 0 to 255), got string
// byte(1n) → TypeError: byte: argument 1 (x) must be a u8 (an integer from 0 to 255), got bigint
// byte({ valueOf: () => 1 }) → TypeError: byte: argument 1 (x) must be a u8 (an integer from 0 to 255), got Object
// small(-128) → undefined
// small(-129) → RangeError: small: argument 1 (x) must be an i8 (an integer from -128 to 127), got -129
// small([]) → TypeError: small: argument 1 (x) must be an i8 (an integer from -128 to 127), got Array
// short(32767) → undefined
// short(32768) → RangeError: short: argument 1 (x) must be an i16 (an integer from -32768 to 32767), got 32768
// word(65535) → undefined
// word(65536) → RangeError: word: argument 1 (x) must be a u16 (an integer from 0 to 65535), got 65536
// int(2 ** 31 - 1) → undefined
// int(2 ** 31) → RangeError: int: argument 1 (x) must be an i32 (an integer from -2147483648 to 2147483647), got 2147483648
// int(-(2 ** 31) - 1) → RangeError: int: argument 1 (x) must be an i32 (an integer from -2147483648 to 2147483647), got -2147483649
// int(undefined) → TypeError: int: argument 1 (x) must be an i32 (an integer from -2147483648 to 2147483647), got undefined
// natural(2 ** 32 - 1) → undefined
// natural(2 ** 32) → RangeError: natural: argument 1 (x) must be a u32 (an integer from 0 to 4294967295), got 4294967296
// natural(-1e300) → RangeError: natural: argument 1 (x) must be a u32 (an integer from 0 to 4294967295), got -1e+300
// size(-(2 ** 53) + 1) → undefined
// size(2 ** 53) → RangeError: size: argument 1 (x) must be an isize (an integer from -9007199254740991 to 9007199254740991), got 9007199254740992
// size(() => 1) → TypeError: size: argument 1 (x) must be an isize (an integer from -9007199254740991 to 9007199254740991), got function
// count(2 ** 53 - 1) → undefined
// count(-1) → RangeError: count: argument 1 (x) must be a usize (an integer from 0 to 9007199254740991), got -1
// long(-(2n ** 63n)) → undefined
// long(2n ** 63n) → RangeError: long: argument 1 (x) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got 9223372036854775808n
// long(1) → TypeError: long: argument 1 (x) must be an i64 (a bigint from -9223372036854775808n to 9223372036854775807n), got number
// unsigned(2n ** 64n - 1n) → undefined
// unsigned(-1n) → RangeError: unsigned: argument 1 (x) must be a u64 (a bigint from 0n to 18446744073709551615n), got -1n
// unsigned(2n ** 64n) → RangeError: unsigned: argument 1 (x) must be a u64 (a bigint from 0n to 18446744073709551615n), got 18446744073709551616n
// unsigned('1') → TypeError: unsigned: argument 1 (x) must be a u64 (a bigint from 0n to 18446744073709551615n), got string
// flag(true) → undefined
// flag(1) → TypeError: flag: argument 1 (x) must be a boolean, got number
// flag(new Boolean(true)) → TypeError: flag: argument 1 (x) must be a boolean, got Boolean
// text('') → undefined
// text(new String('a')) → TypeError: text: argument 1 (x) must be a string, got String
// text(Symbol.iterator) → TypeError: text: argument 1 (x) must be a string, got symbol
// text(['a']) → TypeError: text: argument 1 (x) must be a string, got Array
// color(5) → undefined
// color('Red') → TypeError: color: argument 1 (x) must be a number, got string
// third(1, 2, 3) → undefined
// third('1', '2', '3') → TypeError: third: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string
// third(1, '2', 256) → TypeError: third: argument 2 (b) must be a number, got string
// third(1, 2, 256) → RangeError: third: argument 3 (c) must be a u8 (an integer from 0 to 255), got 256
// third(1, 2) → TypeError: third: argument 3 (c) must be a u8 (an integer from 0 to 255), got undefined
// bytes(new Uint8Array(2)) → undefined
// bytes([1, 2]) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Array
// bytes(new Int8Array(2)) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Int8Array
// bytes(new Uint8ClampedArray(2)) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Uint8ClampedArray
// bytes(new ArrayBuffer(2)) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got ArrayBuffer
// bytes(new Uint8Array(new SharedArrayBuffer(2))) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// bytes(Object.create(Uint8Array.prototype)) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Object
// bytes({ [Symbol.toStringTag]: 'Uint8Array' }) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Object
// bytes(new Proxy(new Uint8Array(2), {})) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got Object
// gone = new Uint8Array(8), structuredClone(gone, { transfer: [gone.buffer] }).length → 8
// bytes(gone) → TypeError: bytes: argument 1 (data) must be a Uint8Array, got a detached Uint8Array
// floats(new Float64Array(1), 2) → undefined
// floats(new Float32Array(1), 2) → TypeError: floats: argument 1 (data) must be a Float64Array, got Float32Array
// floats(new Float64Array(1), '2') → TypeError: floats: argument 2 (scale) must be a number, got string
// longs(new BigInt64Array(1)) → undefined
// longs(new BigUint64Array(1)) → TypeError: longs: argument 1 (data) must be a BigInt64Array, got BigUint64Array
// clamped(new Uint8ClampedArray(1)) → undefined
// clamped(new Uint8Array(1)) → TypeError: clamped: argument 1 (data) must be a Uint8ClampedArray, got Uint8Array
// buffer(new ArrayBuffer(1)) → undefined
// buffer(new SharedArrayBuffer(1)) → TypeError: buffer: argument 1 (data) must be an ArrayBuffer, got SharedArrayBuffer
// buffer(new Uint8Array(1)) → TypeError: buffer: argument 1 (data) must be an ArrayBuffer, got Uint8Array
// buffer(gone.buffer) → TypeError: buffer: argument 1 (data) must be an ArrayBuffer, got a detached ArrayBuffer
// view(new DataView(new ArrayBuffer(1))) → undefined
// view(new Uint8Array(1)) → TypeError: view: argument 1 (data) must be a DataView, got Uint8Array
// view(new DataView(new SharedArrayBuffer(1))) → TypeError: view: argument 1 (data) must be a DataView, got DataView on a SharedArrayBuffer
// nullable(null) → undefined
// nullable(undefined) → TypeError: nullable: argument 1 (x) must be a number or null, got undefined
// nullable('1') → TypeError: nullable: argument 1 (x) must be a number or null, got string
// absent(null) → undefined
// absent(0) → TypeError: absent: argument 1 (x) must be a string, null or undefined, got number
// optional(1, 2, 3) → undefined
// optional(1, undefined, undefined) → undefined
// optional(1, null) → TypeError: optional: argument 2 (b) must be a u8 (an integer from 0 to 255), got null
// optional(1, 300) → RangeError: optional: argument 2 (b) must be a u8 (an integer from 0 to 255), got 300
// optional(1, 2, 0.5) → RangeError: optional: argument 3 (c) must be an i32 (an integer from -2147483648 to 2147483647), got 0.5
// rest('a', 1, 2) → undefined
// rest(1) → TypeError: rest: argument 1 (a) must be a string, got number
// rest('a', 1, 2, 300) → RangeError: rest: argument 2 (all)[2] must be a u8 (an integer from 0 to 255), got 300
// rest('a', '1') → TypeError: rest: argument 2 (all)[0] must be a u8 (an integer from 0 to 255), got string
// point({ x: 1, y: 2 }) → undefined
// point() → TypeError: point: argument 1 (p) must be an object, got undefined
// point(null) → TypeError: point: argument 1 (p) must be an object, got null
// point('a') → TypeError: point: argument 1 (p) must be an object, got string
// point({ x: 1 }) → TypeError: point: argument 1 (p).y must be an i32 (an integer from -2147483648 to 2147483647), got undefined
// point({ x: 1, y: 0.5 }) → RangeError: point: argument 1 (p).y must be an i32 (an integer from -2147483648 to 2147483647), got 0.5
// point([1, 2]) → TypeError: point: argument 1 (p).x must be a number, got undefined
// line({ from: { x: 1, y: 2 }, to: { x: 1, y: 2 } }) → undefined
// line({ from: { x: 1, y: 2 }, to: { x: '1', y: 2 } }) → TypeError: line: argument 1 (l).to.x must be a number, got string
// line({ from: { x: 1, y: 2 } }) → TypeError: line: argument 1 (l).to must be an object, got undefined
// line({ from: { x: 1, y: 2 }, to: { x: 1, y: 2 }, name: null }) → TypeError: line: argument 1 (l).name must be a string or undefined, got null
// shape({ points: [{ x: 1, y: 2 }], at: [1, 'a'], 'odd name': 1 }) → undefined
// shape({ points: [{ x: 1, y: 2 }, { x: 1, y: 2 ** 31 }], at: [1, 'a'], 'odd name': 1 }) → RangeError: shape: argument 1 (s).points[1].y must be an i32 (an integer from -2147483648 to 2147483647), got 2147483648
// shape({ points: new Set(), at: [1, 'a'], 'odd name': 1 }) → TypeError: shape: argument 1 (s).points must be an array, got Set
// shape({ points: [], at: [1], 'odd name': 1 }) → TypeError: shape: argument 1 (s).at must be an array of 2 items, got Array
// shape({ points: [], at: ['1', 'a'], 'odd name': 1 }) → TypeError: shape: argument 1 (s).at[0] must be a number, got string
// shape({ points: [], at: [1, 'a'], 'odd name': 256 }) → RangeError: shape: argument 1 (s)["odd name"] must be a u8 (an integer from 0 to 255), got 256
// list([1, 2]) → undefined
// list([1, , 3]) → TypeError: list: argument 1 (all)[1] must be a number, got undefined
// list([1, '2']) → TypeError: list: argument 1 (all)[1] must be a number, got string
// list({ length: 0 }) → TypeError: list: argument 1 (all) must be an array, got Object
// list(new Float64Array(2)) → TypeError: list: argument 1 (all) must be an array, got Float64Array
// matrix([[1], []]) → undefined
// matrix([[1], [2, null]]) → TypeError: matrix: argument 1 (rows)[1][1] must be a number, got null
// matrix([[1], 2]) → TypeError: matrix: argument 1 (rows)[1] must be an array, got number
// tuple([1, true]) → undefined
// tuple([1, true, 3]) → TypeError: tuple: argument 1 (t) must be an array of 2 items, got Array
// tuple([1, 1]) → TypeError: tuple: argument 1 (t)[1] must be a boolean, got number
// tuple(['1', true]) → TypeError: tuple: argument 1 (t)[0] must be an i32 (an integer from -2147483648 to 2147483647), got string
// map(new Map([['a', 1]])) → undefined
// map(new Map([['a', 1], ['b', 256]])) → RangeError: map: argument 1 (m)[value 1] must be a u8 (an integer from 0 to 255), got 256
// map(new Map([[1, 1]])) → TypeError: map: argument 1 (m)[key 0] must be a string, got number
// map({ a: 1 }) → TypeError: map: argument 1 (m) must be a Map, got Object
// map(Object.create(Map.prototype)) → TypeError: map: argument 1 (m) must be a Map, got Object
// set(new Set([1, 2])) → undefined
// set(new Set([1, 2.5])) → RangeError: set: argument 1 (s)[1] must be an i32 (an integer from -2147483648 to 2147483647), got 2.5
// set([1]) → TypeError: set: argument 1 (s) must be a Set, got Array
// date(new Date(0)) → undefined
// date(0) → TypeError: date: argument 1 (d) must be a Date, got number
// date(Object.create(Date.prototype)) → TypeError: date: argument 1 (d) must be a Date, got Object
// dates(new Map([['a', [new Date(0)]]])) → undefined
// dates(new Map([['a', []], ['b', [new Date(0), '1970']]])) → TypeError: dates: argument 1 (all)[value 1][1] must be a Date, got string
// tree({ value: 1, children: [{ value: 2, children: [] }] }) → undefined
// tree({ value: 1, children: [{ value: 2, children: [{ value: 'x', children: [] }] }] }) → TypeError: tree: argument 1 (t).children[0].children[0].value must be an i32 (an integer from -2147483648 to 2147483647), got string
// ring = { value: 1, children: [] }, ring.children.push(ring) → 1
// tree(ring) → RangeError: tree: argument 1 (t) is nested deeper than 2000 levels, or contains itself
// figure({ kind: 'circle', r: 1 }) → undefined
// figure({ kind: 'cube', r: 1 }) → TypeError: figure: argument 1 (f) must be an object with kind 'circle' or an object with kind 'square', got Object
// figure({ kind: 'circle', r: '1' }) → TypeError: figure: argument 1 (f).r must be a number, got string
// figure({ kind: 'square', side: 256 }) → RangeError: figure: argument 1 (f).side must be a u8 (an integer from 0 to 255), got 256
// figure('circle') → TypeError: figure: argument 1 (f) must be an object with kind 'circle' or an object with kind 'square', got string
// either('a') → undefined
// either(true) → TypeError: either: argument 1 (x) must be a number or a string, got boolean
// many(new Map([['a', 1]])) → undefined
// many(1) → TypeError: many: argument 1 (x) must be a string, an array, a Map or null, got number
// many([1, '2']) → TypeError: many: argument 1 (x)[1] must be a number, got string
// many(new Map([['a', '1']])) → TypeError: many: argument 1 (x)[value 0] must be a number, got string
// views({ data: new Uint8Array(1), all: [new Float32Array(1)] }) → undefined
// views({ data: gone, all: [] }) → TypeError: views: argument 1 (v).data must be a Uint8Array, got a detached Uint8Array
// views({ data: new Uint8Array(1), all: [new Float32Array(1), new Float64Array(1)] }) → TypeError: views: argument 1 (v).all[1] must be a Float32Array, got Float64Array
// c = new Counter(1, 'a') → Counter {}
// c.count → 1
// new Counter('1', 'a') → TypeError: new Counter: argument 1 (count) must be an i32 (an integer from -2147483648 to 2147483647), got string
// new Counter(1) → TypeError: new Counter: argument 2 (name) must be a string, got undefined
// new Counter(2 ** 31, 'a') → RangeError: new Counter: argument 1 (count) must be an i32 (an integer from -2147483648 to 2147483647), got 2147483648
// c.add(1) → undefined
// c.add('1') → TypeError: Counter.add: argument 1 (n) must be an i32 (an integer from -2147483648 to 2147483647), got string
// c.add(1.5) → RangeError: Counter.add: argument 1 (n) must be an i32 (an integer from -2147483648 to 2147483647), got 1.5
// c.join(new Counter(1, 'b'), { x: 1, y: 2 }) → undefined
// c.join({ count: 1 }, { x: 1, y: 2 }) → TypeError: Counter.join: argument 1 (other) must be a Counter, got Object
// c.join(c, { x: 1, y: '2' }) → TypeError: Counter.join: argument 2 (at).y must be an i32 (an integer from -2147483648 to 2147483647), got string
// c.count = 5 → 5
// c.count = '5' → TypeError: Counter.count: argument 1 (value) must be an i32 (an integer from -2147483648 to 2147483647), got string
// c.count = 0.5 → RangeError: Counter.count: argument 1 (value) must be an i32 (an integer from -2147483648 to 2147483647), got 0.5
// c.at = { x: 1, y: 2 } → { x: 1, y: 2 }
// c.at = { x: 1, y: 2 ** 40 } → RangeError: Counter.at: argument 1 (value).y must be an i32 (an integer from -2147483648 to 2147483647), got 1099511627776
// c.half = 4 → 4
// c.half = null → TypeError: Counter.half: argument 1 (value) must be a number, got null
// Reflect.set(c, 'name', 'b') → false
// Counter.limit = 20 → 20
// Counter.limit = 256 → RangeError: Counter.limit: argument 1 (value) must be a u8 (an integer from 0 to 255), got 256
// Counter.of(1).count → 1
// Counter.of() → TypeError: Counter.of: argument 1 (count) must be an i32 (an integer from -2147483648 to 2147483647), got undefined
// Counter.total([c, c]) → 16
// Counter.total([c, {}]) → TypeError: Counter.total: argument 1 (all)[1] must be a Counter, got Object
// Counter.total(c) → TypeError: Counter.total: argument 1 (all) must be an array, got Object
// c.add.call(c, 1) → undefined
// c.add.call({}, 1) → TypeError: Counter.add: this must be a Counter, got Object
// c.add.call(undefined, 1) → TypeError: Counter.add: this must be a Counter, got undefined
// c.add.call(Object.create(Counter.prototype), 1) → TypeError: Counter.add: this must be a Counter, got Object
// c.add.call(new Proxy(c, {}), 1) → TypeError: Counter.add: this must be a Counter, got Object
// Reflect.get(Counter.prototype, 'name', c) → 'a'
// Reflect.get(Counter.prototype, 'count', {}) → TypeError: Counter.count: this must be a Counter, got Object
// Reflect.set(Counter.prototype, 'half', 1, []) → TypeError: Counter.half: this must be a Counter, got Array
// Counter.prototype[Symbol.dispose].call(null) → TypeError: Counter.[Symbol.dispose]: this must be a Counter, got null
// (new Special(1)).twice() → 2
// new Special(256) → RangeError: new Special: argument 1 (extra) must be a u8 (an integer from 0 to 255), got 256
// Special.prototype.twice.call(new Special(2)) → 4
// Special.prototype.twice.call(c) → TypeError: Special.twice: this must be a Special, got Object
// new Base() → TypeError: new Base: the class is abstract
// (base()).size() → 1
// counter(c) → undefined
// counter(new Special(1)) → undefined
// counter({}) → TypeError: counter: argument 1 (c) must be a Counter, got Object
// counter(Counter) → TypeError: counter: argument 1 (c) must be a Counter, got function
// counter(null) → TypeError: counter: argument 1 (c) must be a Counter, got null
// special(null) → undefined
// special(c) → TypeError: special: argument 1 (c) must be a Special or null, got Object
// counters(new Map([['a', c]])) → undefined
// counters(new Map([['a', c], ['b', null]])) → TypeError: counters: argument 1 (all)[value 1] must be a Counter, got null
